### Findings about the site that is made.

no-base-url = The portal does not say where it will be published.
    .help = Add base_url = "https://…/" under [portal] in tragaluz.toml.
    .why = Sitemap, feeds and harvester catalogs hold full addresses; without one they are not made.
address-taken = Two pages want the address { $path }: { $first } and { $second }.
    .help = Give one of them another id or place.
    .why = Only one could be published.
template-failed = The theme could not make { $path }: { $cause }.
    .help = Correct the template named. If it is a built-in one, please report this.
    .why = A page that cannot be made would be missing from the site.
theme-absent = There is no theme “{ $name }”.
    .help = The themes at hand are: { $known }.
    .why = The theme decides how every page looks.
link-broken = { $page } links to { $target }, which is not in the site.
    .help = Correct the link where the text stands. Links to other pages name their .md file or their address.
    .why = A reader who follows it finds nothing.
link-fragment-broken = { $page } links to { $target }, and there is no such place on that page.
    .help = Correct the part after #.
    .why = A reader who follows it lands at the top of the page instead.
other-host = { $page } loads { $target } from another host.
    .help = Keep the file in the portal, or make it a link.
    .why = Whatever comes from elsewhere costs readers time and privacy, and is missing offline.
page-too-heavy = { $page } weighs { $bytes } bytes compressed; its kind ({ $kind }) may weigh { $limit }.
    .help = Shorten or split the page, or write a budget of its own with the reason into tragaluz.toml.
    .why = On a slow connection every page must be readable within two seconds.
page-nearly-too-heavy = { $page } weighs { $bytes } bytes compressed, close to the { $limit } that its kind ({ $kind }) may weigh.
    .help = Shorten or split it before it grows further.
    .why = On a slow connection every page must be readable within two seconds.
metadata-missing = The dataset has no { $field }.
    .help = Add { $field }: to its dataset.md, or set it for the whole portal in tragaluz.toml.
    .why = { $cost }
message-absent = The theme has no words for “{ $id }” in “{ $lang }”.
    .help = Add the message to the theme's i18n/{ $lang }.ftl.
    .why = The name of the message is shown in place of words.
raw-html-dropped = HTML that could run a script or load something was left out here.
    .help = Write it in Markdown.
    .why = Text from anywhere may be published without fear that it attacks readers.
