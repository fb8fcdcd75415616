use crate::standalone::{check_file, profile_file};
use std::fmt::Write;

/// A table long enough for threads, with rows that lack cells, that have more, and that are none.
fn long_table() -> String {
    let mut text = String::from("id,day,amount,word\n");
    for id in 0..9_000_u64 {
        let n = id * 7919 % 10_007;
        writeln!(
            text,
            "{id},2024-{:02}-{:02},{n}.{:02},\"w{}\"",
            1 + n % 12,
            1 + n % 28,
            n % 100,
            n % 50
        )
        .unwrap();
        match id {
            1_000 => text.push_str("\n9001,2024-01-01\n"),
            2_500 => text.push_str("9002,2024-01-01,1.50,x, ,more\n"),
            4_000 => text.push_str("id,day,amount,word\n"),
            _ => {}
        }
    }
    text + "Total,,5,\n"
}

#[test]
#[allow(clippy::disallowed_methods, reason = "a test prepares its own files")]
fn how_the_work_is_divided_makes_no_difference() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("long.csv");
    std::fs::write(&path, long_table()).unwrap();
    let with = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        pool.install(|| {
            let mut sink = Vec::new();
            let table = profile_file(&path, None, &mut sink).unwrap().unwrap();
            (
                format!(
                    "{:?} {:?} {:?}",
                    table.columns,
                    table.preview,
                    crate::finding::sorted(sink)
                ),
                table.rows,
            )
        })
    };
    let alone = with(1);
    assert_eq!(alone.1, 9_002);
    assert_eq!(with(4), alone);
}

#[test]
#[allow(clippy::disallowed_methods, reason = "a test prepares its own files")]
fn a_check_finds_what_a_profile_finds() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("long.csv");
    std::fs::write(&path, long_table()).unwrap();
    let (mut of_profile, mut of_check) = (Vec::new(), Vec::new());
    let profiled = profile_file(&path, None, &mut of_profile).unwrap().unwrap();
    let checked = check_file(&path, None, &mut of_check).unwrap().unwrap();
    assert_eq!(
        format!("{:?}", crate::finding::sorted(of_profile)),
        format!("{:?}", crate::finding::sorted(of_check))
    );
    for (a, b) in profiled.columns.iter().zip(&checked.columns) {
        assert_eq!(
            (&a.form, &a.missing_values, a.profile.longest),
            (&b.form, &b.missing_values, b.profile.longest)
        );
        assert_eq!(
            (&a.profile.min, &a.profile.max),
            (&b.profile.min, &b.profile.max)
        );
    }
}

#[test]
#[allow(clippy::disallowed_methods, reason = "a test prepares its own files")]
fn values_are_kept_of_columns_of_few_texts_and_of_none_with_personal_data() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("t.csv");
    let rows = [
        "Puebla,una@uno.example,5",
        "Jalisco,dos@dos.example,[c]",
        "Puebla,,7",
    ];
    std::fs::write(
        &path,
        format!("estado,contacto,casos\n{}\n", rows.join("\n")),
    )
    .unwrap();
    let table = profile_file(&path, None, &mut Vec::new()).unwrap().unwrap();
    let values = |at: usize| table.columns[at].profile.values.clone();
    assert_eq!(values(0), ["Jalisco", "Puebla"]);
    assert!(values(1).is_empty());
    let categories: Vec<&str> = table.columns.iter().flat_map(|c| c.categories()).collect();
    assert_eq!(categories, ["Jalisco", "Puebla"]);
}
