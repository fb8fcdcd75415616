### What is said of publishing.

publish-refused = { $kind ->
        [program] The program “{ $detail }” is not on this computer, and { $target } is reached with it.
        [login] { $target } does not let you in: { $detail }
        [login-absent] { $target } asks who you are, and the environment does not say it: { $detail }
        [moved-on] Somebody else published at { $target } in between: { $detail }
        [stranger] There is another file of this name at { $target } already, which this program did not put there.
        [link] At { $target } a link stands here in the place of a file or folder. It was not followed.
        [altered] This file of the built site is not there, or not what was built.
       *[other] { $target } does not take the site: { $detail }
    }
    .help = { $kind ->
        [program] Install it, or publish to another kind of target.
        [login] Look whether your name, key or password for it is right, and whether that program lets you in by itself.
        [login-absent] Set these variables where you publish. They are never written down or shown.
        [moved-on] Publish again: what is there now is looked at anew.
        [stranger] Move it away. If it may be replaced, publish with --over.
        [link] Take the link away, or publish to where it leads.
        [altered] Build the site again, and publish then.
       *[other] Look at what the other side says, and publish again: what is there already is not sent a second time.
    }
    .title = The site cannot be sent to its target
    .why = Until everything is there, readers see the former site, or pages that fit what is there; nothing that others put there is touched.
publish-limit = { $kind ->
        [file] This file has { $found } bytes, and { $host } takes files of { $most } at most.
        [files] The site has { $found } files, and { $host } takes { $most } at most.
       *[site] The site has { $found } bytes, and { $host } takes { $most } at most.
    }
    .help = { $kind ->
        [file] Offer the data in fewer formats or in parts, or publish elsewhere. { $source }
       *[other] Leave out formats, editions or old versions ([formats], [editions], [releases] in tragaluz.toml), or publish elsewhere. { $source }
    }
    .title = A host’s limit would be exceeded
    .why = A host that takes half of a site leaves readers with links that lead nowhere.
published-differs = { $found ->
        [none] This file was published, and is not there.
       *[other] This file is not what was published: expected { $expected }, found { $found }.
    }
    .help = Publish again: it is sent anew. If it is changed each time, ask whoever runs the host.
    .title = A published file is absent or altered
    .why = A host that changes files, or a line that damages them, makes a download wrong that people rely on.
publish-plan = { $sent ->
    [0] Nothing would be sent to { $target }
    [one] 1 file ({ $size }) would be sent to { $target }
   *[other] { $sent } files ({ $size }) would be sent to { $target }
}, { $removed ->
    [0] none removed
    [one] 1 removed
   *[other] { $removed } removed
}; { $same ->
    [one] 1 stays
   *[other] { $same } stay
} as { $same ->
    [one] it is
   *[other] they are
}.
publish-file = { $fate ->
    [new] new
    [replaced] replaced
   *[removed] removed
}  { $path }{ $fate ->
    [removed] { "" }
   *[other] , { $bytes ->
        [one] 1 byte
       *[other] { $bytes } bytes
    }
}
publish-done = Published at { $target }: { $sent ->
    [0] no file sent
    [one] 1 file sent ({ $size })
   *[other] { $sent } files sent ({ $size })
}, { $removed ->
    [0] none removed
    [one] 1 removed
   *[other] { $removed } removed
}, { $same ->
    [one] 1 was there already
   *[other] { $same } were there already
}.
publish-same = Everything is at { $target } already.
publish-checked = { $files ->
    [one] 1 file was
   *[other] { $files } files were
} read back and compared.
publish-set-up = { $path } is written. { $host ->
    [github] Write the address of the program's repository in place of REPOSITORY, choose “GitHub Actions” under Settings, Pages, and push it.
    [gitlab] Write the address of the program's repository in place of REPOSITORY, and push it; add a daily schedule under Build, Pipeline schedules.
    [forgejo] Write the address of the program's repository in place of REPOSITORY, and push it.
    [nginx] Give it to whoever runs the server: it is included in the block “server” of the site.
   *[iis] Put it into the folder that IIS serves, beside index.html: “publish” leaves it there.
}
publish-addresses = The addresses of this site are not in addresses.txt yet: run “tragaluz build --published”.
