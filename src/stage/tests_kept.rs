//! Publishing over and over, with the output before the last one kept.

use super::publish::Publication;
use super::*;
use std::fs;

/// A portal's folder: the output, and where the one before it is kept.
struct House {
    home: tempfile::TempDir,
    last: PreviousManifest,
}

/// The files of the first site, of the second, and of one that has nothing in common with both.
const SITES: [&[(&str, &str)]; 3] = [
    &[
        ("index.html", "one"),
        ("same/a.html", "same"),
        ("same/b.html", "b"),
        ("same/c.html", "c"),
        ("same/d.html", "d"),
        ("same/e.html", "e"),
        ("same/f.html", "f"),
        ("same/g.html", "g"),
        ("gone/b.html", "gone"),
        ("turns", "file"),
        ("folder/x", "x"),
    ],
    &[
        ("index.html", "two"),
        ("same/a.html", "same"),
        ("same/b.html", "b"),
        ("same/c.html", "c"),
        ("same/d.html", "d"),
        ("same/e.html", "e"),
        ("same/f.html", "f"),
        ("same/g.html", "g"),
        ("new/c.html", "new"),
        ("turns/into", "folder"),
        ("folder", "file"),
    ],
    &[
        ("index.html", "three"),
        ("same/a.html", "a"),
        ("same/b.html", "other"),
    ],
];

impl House {
    fn new() -> House {
        let home = tempfile::tempdir().unwrap();
        fs::create_dir(home.path().join("cache")).unwrap();
        House {
            home,
            last: PreviousManifest::default(),
        }
    }

    fn out(&self) -> PathBuf {
        self.home.path().join("public")
    }

    fn kept(&self) -> PathBuf {
        self.home.path().join("cache/output")
    }

    /// Publishes one of the sites.
    fn publish(&self, site: usize) -> Result<Publication, Fatal> {
        let staging = Staging::beside(&self.out())?
            .after(self.last.clone())
            .keeping(self.kept());
        for (path, text) in SITES[site] {
            if !staging.keep(path, &sha256(text.as_bytes()))? {
                staging.write(path, text.as_bytes())?;
            }
        }
        let kept = staging.kept()?;
        staging.publish(&kept, true, || Ok(()))
    }

    /// Publishes one of the sites and holds what is known of it; `told` is how much of the old one is left.
    #[track_caller]
    fn published(&mut self, site: usize, told: usize) {
        let published = self.publish(site).unwrap();
        assert_eq!(published.left.len(), told, "{:?}", published.left);
        self.last = published.last;
        self.assert_site(site);
    }

    /// Fails unless the output is one of the sites, whole, by its own list.
    #[track_caller]
    fn assert_site(&self, site: usize) {
        let out = self.out();
        let listed = ListedFiles::of(&out).unwrap();
        let files: Vec<&str> = listed.files().keys().map(String::as_str).collect();
        let mut expected: Vec<&str> = SITES[site].iter().map(|(path, _)| *path).collect();
        expected.sort_unstable();
        assert_eq!(files, expected);
        for (path, sum) in listed.files() {
            assert_eq!(&file_sha256(&out.join(path)).unwrap(), sum, "{path}");
        }
        let strangers = ownership::strangers(&out, &listed).unwrap();
        let named = strangers.iter().map(|stranger| &*stranger.name);
        assert!(
            named.eq(["CNAME"]
                .iter()
                .copied()
                .filter(|_| out.join("CNAME").exists()))
        );
    }

    fn write(&self, path: &str, text: &str) {
        let full = self.home.path().join(path);
        fs::create_dir_all(full.parent().unwrap()).unwrap();
        fs::write(full, text).unwrap();
    }
}

/// A house of which both sites were published, the second one last.
fn lived_in() -> House {
    let mut house = House::new();
    for site in [0, 1, 0, 1] {
        house.published(site, 0);
    }
    house
}

#[test]
fn a_site_that_is_brought_up_to_date_is_the_new_one() {
    let mut house = House::new();
    house.published(0, 0);
    assert!(!house.kept().exists());
    house.write("public/CNAME", "a.example");
    for site in [1, 0, 0, 1, 1, 0] {
        house.published(site, 0);
        let kept = ListedFiles::of(&house.kept()).unwrap();
        let strangers = ownership::strangers(&house.kept(), &kept).unwrap();
        assert_eq!(
            strangers,
            [],
            "what people put there is in the output alone"
        );
        assert_eq!(
            fs::read_to_string(house.out().join("CNAME")).unwrap(),
            "a.example"
        );
        assert_eq!(fs::read_dir(house.home.path()).unwrap().count(), 2);
    }
}

/// Runs something on one thread, which makes all its changes to the disk.
#[cfg(debug_assertions)]
fn on_one_thread<T: Send>(run: impl FnOnce() -> T + Send) -> T {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build();
    pool.unwrap().install(run)
}

#[cfg(debug_assertions)]
#[test]
fn work_follows_the_change() {
    use tragaluz_disk::{Action, trial};
    let house = lived_in();
    let changes = on_one_thread(|| {
        trial::plan(Some(trial::Plan::default()));
        house.publish(1).unwrap();
        let changes = trial::taken();
        trial::plan(None);
        changes
    });
    let links = changes.iter().filter(|(action, _)| *action == Action::Link);
    assert_eq!(
        links.count(),
        4,
        "files that the site before the last did not have so"
    );
    assert!(
        !changes
            .iter()
            .any(|(_, path)| path.ends_with("same/a.html"))
    );
}

/// Counts the changes of a kind with which a house publishes a site.
#[cfg(debug_assertions)]
fn counted(house: &House, site: usize, action: tragaluz_disk::Action) -> usize {
    use tragaluz_disk::trial;
    let changes = on_one_thread(|| {
        trial::plan(Some(trial::Plan::default()));
        house.publish(site).unwrap();
        let changes = trial::taken();
        trial::plan(None);
        changes
    });
    changes.iter().filter(|(found, _)| *found == action).count()
}

#[cfg(debug_assertions)]
#[test]
fn a_kept_tree_is_brought_up_to_date_only_where_most_of_it_stays() {
    use tragaluz_disk::Action;
    let mut house = lived_in();
    assert_eq!(
        counted(&house, 2, Action::Rename),
        2,
        "the kept tree goes under a name that the next run knows, and the old output takes its place"
    );
    house.assert_site(2);
    assert!(house.kept().join("gone").exists() != house.kept().join("new").exists());
    house = lived_in();
    house.published(2, 0);
    for site in [2, 0, 1] {
        house.published(site, 0);
    }
}

#[cfg(unix)]
#[test]
fn a_folder_of_somebody_else_is_moved_whole() {
    use std::os::unix::fs::MetadataExt;
    let mut house = lived_in();
    for number in 0..20 {
        house.write(&format!("public/.git/objects/{number}"), "own");
    }
    house.write("public/same/own/deep/file", "own");
    let place = |path: &str| fs::metadata(house.out().join(path)).unwrap().ino();
    let paths = [".git", ".git/objects/7", "same/own/deep/file"];
    let before = paths.map(place);
    #[cfg(debug_assertions)]
    {
        let links = counted(&house, 0, tragaluz_disk::Action::Link);
        assert!(links < 10, "{links}");
        assert_eq!(paths.map(place), before);
    }
    let staging = Staging::beside(&house.out()).unwrap();
    assert_eq!(staging.kept().unwrap().unnamed(&BTreeSet::new()).count(), 2);
    drop(staging);
    let named = house.publish(2).unwrap();
    house.last = named.last;
    // In a folder of the site's own, and beside it.
    let place = |path: &str| fs::metadata(house.out().join(path)).unwrap().ino();
    assert_eq!(paths.map(place), before);
    let kept = ListedFiles::of(&house.kept()).unwrap();
    assert_eq!(ownership::strangers(&house.kept(), &kept).unwrap(), []);
}

type Damage = fn(&House);

/// What may become of a kept tree.
const DAMAGES: [(&str, Damage); 7] = [
    ("a file altered", |house| {
        house.write("cache/output/same/a.html", "x");
    }),
    ("a file of the same size", |house| {
        fs::remove_file(house.kept().join("same/a.html")).unwrap();
        house.write("cache/output/same/a.html", "emas");
    }),
    ("a file gone", |house| {
        fs::remove_file(house.kept().join("index.html")).unwrap();
    }),
    ("a folder gone", |house| {
        fs::remove_dir_all(house.kept().join("gone")).unwrap();
    }),
    ("all gone", |house| {
        fs::remove_dir_all(house.kept()).unwrap();
    }),
    ("an empty folder", |house| {
        fs::remove_dir_all(house.kept()).unwrap();
        fs::create_dir(house.kept()).unwrap();
    }),
    ("a file planted", |house| {
        house.write("precious", "own");
        let path = house.kept().join("same/a.html");
        fs::remove_file(&path).unwrap();
        fs::hard_link(house.home.path().join("precious"), path).unwrap();
    }),
];

#[test]
fn a_kept_tree_that_somebody_changed_harms_no_site() {
    for (what, damage) in DAMAGES {
        let mut house = lived_in();
        damage(&house);
        let is_told = what == "a file altered" && cfg!(unix);
        let staging = Staging::beside(&house.out())
            .unwrap()
            .after(house.last.clone());
        // It is the output's own file too.
        assert_eq!(staging.altered().len(), usize::from(is_told), "{what}");
        drop(staging);
        for site in [0, 1] {
            house.published(site, 0);
        }
        let precious = house.home.path().join("precious");
        assert!(!precious.exists() || fs::read_to_string(precious).unwrap() == "own");
    }
}

#[test]
fn what_somebody_put_into_a_kept_tree_stays_and_is_told() {
    let damages: [(&str, Damage); 4] = [
        ("own.txt", |house| {
            house.write("cache/output/own.txt", "own");
        }),
        ("same/own", |house| {
            house.write("cache/output/same/own", "own");
        }),
        ("own/", |house| house.write("cache/output/own/file", "own")),
        ("own.txt", |house| {
            fs::remove_file(house.kept().join(MARKER)).unwrap();
            house.write("cache/output/own.txt", "own");
        }),
    ];
    for (named, damage) in damages {
        let mut house = lived_in();
        damage(&house);
        let published = house.publish(0).unwrap();
        assert_eq!(published.left.len(), 1);
        let left = &published.left[0];
        assert_eq!((&*left.first, left.cause), (named, "foreign"));
        house.last = published.last;
        house.assert_site(0);
        house.published(1, 1);
        let own = walkdir::WalkDir::new(house.kept())
            .into_iter()
            .filter_map(|entry| fs::read_to_string(entry.unwrap().path()).ok())
            .filter(|text| text == "own");
        assert_eq!(own.count(), 1, "{named}");
    }
}

#[cfg(unix)]
#[test]
fn links_in_a_kept_tree_are_not_followed_and_closed_folders_not_published() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
    let mut house = lived_in();
    house.write("own/a.html", "own");
    fs::remove_dir_all(house.kept().join("same")).unwrap();
    symlink(house.home.path().join("own"), house.kept().join("same")).unwrap();
    house.published(0, 1);
    house.published(1, 1);
    fs::remove_dir_all(house.kept()).unwrap();
    symlink(house.home.path().join("own"), house.kept()).unwrap();
    house.published(0, 0);
    let text = fs::read_to_string(house.home.path().join("own/a.html"));
    assert_eq!(text.unwrap(), "own");
    for mode in [0o500, 0o700, 0o000] {
        let mut house = lived_in();
        let folder = house.kept().join("same");
        fs::set_permissions(&folder, fs::Permissions::from_mode(mode)).unwrap();
        house.published(0, 0);
        let published = fs::metadata(house.out().join("same")).unwrap().mode();
        assert_eq!(
            published & 0o777,
            fs::metadata(house.out()).unwrap().mode() & 0o777
        );
        house.published(1, 0);
    }
}

/// Breaks a run off at each of its changes: one of both sites is whole then, and the next run puts everything right.
#[cfg(debug_assertions)]
#[test]
fn a_fault_at_any_change_leaves_one_of_both_sites() {
    use tragaluz_disk::trial::Fault;
    let kinds = [
        (Fault::Fail, false),
        (Fault::Full, false),
        (Fault::Fail, true),
    ];
    for (fault, is_plain) in kinds {
        // One to which a kept tree is brought up to date, and one for which it is removed.
        for site in [0, 2] {
            on_one_thread(|| (0..).find(|at| is_through(*at, site, fault, is_plain)));
        }
    }
}

/// Breaks a run off at its change of this number. Returns whether it has none.
#[cfg(debug_assertions)]
fn is_through(at: usize, site: usize, fault: tragaluz_disk::trial::Fault, is_plain: bool) -> bool {
    use tragaluz_disk::trial::{Plan, plan, taken};
    let undisturbed = || plan(Some(Plan::default()));
    undisturbed();
    let mut house = lived_in();
    house.write("public/CNAME", "a.example");
    plan(Some(Plan {
        fault: Some((at, fault)),
        is_plain,
        ..Plan::default()
    }));
    let published = house.publish(site);
    let is_through = taken().len() <= at;
    undisturbed();
    drop(Staging::beside(&house.out()).unwrap());
    let is_new = fs::read_to_string(house.out().join("index.html")).unwrap() != "two";
    house.assert_site(if is_new { site } else { 1 });
    assert!(is_new || published.is_err(), "{fault:?} {at}");
    house.published(0, 0);
    house.published(1, 0);
    plan(None);
    assert!(house.out().join("CNAME").exists() && house.kept().exists());
    let names = fs::read_dir(house.home.path()).unwrap();
    assert_eq!(names.count(), 2, "{fault:?} {at}");
    is_through
}
