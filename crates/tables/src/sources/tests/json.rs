//! JSON as programs and statistical offices write it.

use super::table;
use crate::standalone;
use std::path::{Path, PathBuf};

/// The names of the columns without their types, and the rows, of a JSON text.
fn read(home: &Path, text: &str) -> Vec<String> {
    let path = home.join("a.json");
    std::fs::write(&path, text).unwrap();
    let (names, rows) = table(&path);
    let names: Vec<&str> = names
        .iter()
        .filter_map(|name| name.rsplit_once(' '))
        .map(|(name, _)| name)
        .collect();
    std::iter::once(names.join(","))
        .chain(rows.into_iter().map(|row| row.join(",")))
        .collect()
}

/// The codes of what is found in a text, and the words of a refusal.
fn said(path: PathBuf, text: &str) -> String {
    std::fs::write(&path, text).unwrap();
    let mut sink = Vec::new();
    standalone::profile_file(&path, None, &mut sink).unwrap();
    format!("{sink:?}")
}

#[test]
fn a_data_frame_is_the_same_table_in_each_orientation() {
    let home = tempfile::tempdir().unwrap();
    let plain = ["town,n", "A,1", "B,2"];
    for text in [
        r#"{"columns":["town","n"],"index":[0,1],"data":[["A",1],["B",2]]}"#,
        r#"{"index":[0,1],"columns":["town","n"],"data":[["A",1],["B",2]],"index_names":[null],"column_names":[null]}"#,
        r#"[{"town":"A","n":1},{"town":"B","n":2}]"#,
        r#"{"town":{"0":"A","1":"B"},"n":{"0":1,"1":2}}"#,
        r#"{"town":["A","B"],"n":[1,2]}"#,
        r#"[["town","n"],["A",1],["B",2]]"#,
    ] {
        assert_eq!(read(home.path(), text), plain, "{text}");
    }
    assert_eq!(
        read(
            home.path(),
            r#"{"0":{"town":"A","n":1},"1":{"town":"B","n":2}}"#
        ),
        ["key,town,n", "0,A,1", "1,B,2"]
    );
    let table = r#"{"schema":{"fields":[{"name":"index","type":"integer"},{"name":"n","type":"integer"}],
        "primaryKey":["index"],"pandas_version":"1.4.0"},"data":[{"index":0,"n":1},{"index":1,"n":2}]}"#;
    assert_eq!(read(home.path(), table), ["index,n", "0,1", "1,2"]);
}

#[test]
fn names_of_rows_are_a_column_where_they_are_no_numbers() {
    let home = tempfile::tempdir().unwrap();
    let split = r#"{"columns":[2022,2023],"index":["A","B"],"data":[[1,2],[3,4]]}"#;
    assert_eq!(
        read(home.path(), split),
        ["index,2022,2023", "A,1,2", "B,3,4"]
    );
    let filtered = r#"{"town":{"3":"A","7":"B"},"n":{"3":1,"7":2}}"#;
    assert_eq!(
        read(home.path(), filtered),
        ["key,town,n", "3,A,1", "7,B,2"]
    );
    let named = r#"{"cap":{"x":"A","y":"B"},"n":{"x":1,"y":2}}"#;
    assert_eq!(read(home.path(), named), ["key,cap,n", "x,A,1", "y,B,2"]);
    // Records under their names, whose members are of several kinds.
    let records = r#"{"x":{"cap":"A","n":1},"y":{"cap":"B","n":2}}"#;
    assert_eq!(read(home.path(), records), ["key,cap,n", "x,A,1", "y,B,2"]);
    let levels = r#"{"columns":[["n","men"],["n","women"]],"index":[0,1],"data":[[1,2],[3,4]]}"#;
    assert_eq!(read(home.path(), levels), ["n men,n women", "1,2", "3,4"]);
}

#[test]
fn names_of_rows_on_several_levels_are_a_column_each() {
    let home = tempfile::tempdir().unwrap();
    let tight = |index: &str, names: &str| {
        format!(
            r#"{{"index":[{index}],"columns":["n"],"data":[[1],[2]],"index_names":[{names}],"column_names":[null]}}"#
        )
    };
    let levels = r#"["Toluca","01"],["Lerma","02"]"#;
    assert_eq!(
        read(home.path(), &tight(levels, r#""town","code""#)),
        ["town,code,n", "Toluca,01,1", "Lerma,02,2"]
    );
    assert_eq!(
        read(home.path(), &tight(r#""A","B""#, r#""town""#)),
        ["town,n", "A,1", "B,2"]
    );
    let split = format!(r#"{{"columns":["n"],"index":[{levels}],"data":[[1],[2]]}}"#);
    assert_eq!(
        read(home.path(), &split),
        ["index,index_2,n", "Toluca,01,1", "Lerma,02,2"]
    );
    let wanted = ["key,key_2,n", "Toluca,01,1", "O'Higgins,2023,2"];
    let columns = r#"{"n":{"('Toluca', '01')":1,"(\"O'Higgins\", 2023)":2}}"#;
    assert_eq!(read(home.path(), columns), wanted);
    let index = r#"{"('Toluca', '01')":{"n":1},"(\"O'Higgins\", 2023)":{"n":2}}"#;
    assert_eq!(read(home.path(), index), wanted);
}

#[test]
fn one_column_and_one_row_of_a_data_frame_are_tables() {
    let home = tempfile::tempdir().unwrap();
    assert_eq!(
        read(home.path(), r#"{"0":1.5,"1":null,"2":3}"#),
        ["key,value", "0,1.5", "1,", "2,3"]
    );
    assert_eq!(
        read(home.path(), r#"{"2020":5,"2021":6}"#),
        ["key,value", "2020,5", "2021,6"]
    );
    assert_eq!(
        read(home.path(), r#"{"0":{"town":"A","n":1}}"#),
        ["key,town,n", "0,A,1"]
    );
    let series = r#"{"name":"n","index":["A","B"],"data":[1,2]}"#;
    assert_eq!(read(home.path(), series), ["index,data", "A,1", "B,2"]);
    // Words that name values are a record.
    assert_eq!(
        read(home.path(), r#"{"town":"A","n":1}"#),
        ["town,n", "A,1"]
    );
}

#[test]
fn numbers_that_are_none_stand_in_every_layout() {
    let home = tempfile::tempdir().unwrap();
    for text in [
        r#"{"town":["A","NaN, \" NaN"],"n":[1.5,NaN],"m":[-Infinity,2]}"#,
        r#"{"town":{"0":"A","1":"NaN, \" NaN"},"n":{"0":1.5,"1":NaN},"m":{"0":-Infinity,"1":2}}"#,
    ] {
        assert_eq!(
            read(home.path(), text),
            ["town,n,m", "A,1.5,-Infinity", "NaN, \" NaN,NaN,2"],
            "{text}"
        );
    }
}

#[test]
fn columns_beside_other_things_are_a_table() {
    let home = tempfile::tempdir().unwrap();
    let hourly = r#"{"time":["00","01","02"],"temperature":[8.5,8,null]}"#;
    let wanted = ["time,temperature", "00,8.5", "01,8", "02,"];
    for text in [
        format!(r#"{{"latitude":19.5,"units":{{"temperature":"°C"}},"hourly":{hourly}}}"#),
        format!(r#"{{"station":"A1",{}"#, &hourly[1..]),
        format!(r#"{{"ok":true,"result":{{"data":{hourly}}}}}"#),
    ] {
        assert_eq!(read(home.path(), &text), wanted, "{text}");
        let said = said(home.path().join("a.json"), &text);
        assert!(said.contains("data-json-beside"), "{text}: {said}");
    }
    // One record whose cells are short lists stays one.
    let record = r#"{"name":"x","tags":["a","b"],"langs":["es","en"]}"#;
    assert_eq!(read(home.path(), record).len(), 2);
}

#[test]
fn answers_of_statistical_offices_are_tables() {
    let home = tempfile::tempdir().unwrap();
    let pxweb = r#"{"columns":[{"code":"R","text":"region","type":"d"},{"code":"N","text":"People","type":"c"}],
        "comments":[],"data":[{"key":["00"],"values":["12"]},{"key":["01"],"values":[".."],"comment":["a"]}],
        "metadata":[{"infofile":"None"}]}"#;
    assert_eq!(
        read(home.path(), pxweb),
        ["region,People", "00,12", "01,.."]
    );
    let cube = r#"{"class":"dataset","version":"2.0","id":["t"],"size":[2],"dimension":{"t":{"label":"Year",
        "category":{"index":["2022","2023"]}}},"value":{"1":5}}"#;
    assert_eq!(read(home.path(), cube), ["Year,value", "2022,", "2023,5"]);
    let bundle = |one: &str, two: &str| {
        let cube = |n: &str| {
            format!(
                r#"{{"dimension":{{"id":["t"],"size":[1],"t":{{"category":{{"index":["x"]}}}}}},"value":[{n}]}}"#
            )
        };
        format!(r#"{{"births":{},"deaths":{}}}"#, cube(one), cube(two))
    };
    assert_eq!(read(home.path(), &bundle("1", "2")), ["t,value", "x,1"]);
    assert_eq!(table(&home.path().join("a.json/deaths")).1, [["x", "2"]]);
}

#[test]
fn datasets_of_a_collection_are_a_table_each() {
    let home = tempfile::tempdir().unwrap();
    let cube = |code: &str, n: u8| {
        format!(
            r#"{{"class":"dataset","id":["t"],"size":[1],"dimension":{{"t":{{"category":{{"index":["{code}"]}}}}}},"value":[{n}]}}"#
        )
    };
    let collection = |items: &str| {
        format!(r#"{{"version":"2.0","class":"collection","link":{{"item":[{items}]}}}}"#)
    };
    assert_eq!(
        read(home.path(), &collection(&cube("x", 1))),
        ["t,value", "x,1"]
    );
    let two = collection(&format!("{},{}", cube("x", 1), cube("y", 2)));
    assert_eq!(read(home.path(), &two), ["t,value", "x,1"]);
    assert_eq!(table(&home.path().join("a.json/2")).1, [["y", "2"]]);
    // A collection of addresses is a list of them.
    let links = collection(r#"{"class":"dataset","href":"https://x.example/a","label":"A"}"#);
    assert_eq!(
        read(home.path(), &links),
        ["class,href,label", "dataset,https://x.example/a,A"]
    );
}

#[test]
fn parts_of_an_answer_are_no_rows() {
    let home = tempfile::tempdir().unwrap();
    let sparql =
        r#"{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"literal","value":"A"}}]}}"#;
    assert_eq!(read(home.path(), sparql), ["x.type,x.value", "literal,A"]);
    for text in [
        r#"{"data":[]}"#,
        r#"{"success":true,"result":{"records":[],"fields":[{"id":"a"}]}}"#,
        "[]",
    ] {
        let said = said(home.path().join("a.json"), text);
        assert!(
            said.contains("data-unreadable") && said.contains("empty"),
            "{text}: {said}"
        );
    }
}

#[test]
fn several_lists_are_a_table_each() {
    let home = tempfile::tempdir().unwrap();
    for (text, second) in [
        (r#"{"2022":[{"n":1}],"2023":[{"n":2}]}"#, "2023"),
        (
            r#"{"ok":true,"result":{"a":[{"n":1}],"links":[{"h":"x"}],"b":[{"n":2}]}}"#,
            "b",
        ),
        (
            r#"{"a":{"rows":[{"n":1}],"total":1},"b":{"rows":[{"n":2}],"total":1}}"#,
            "b",
        ),
        (r#"[[{"n":1}],[{"n":2}]]"#, "2"),
        (r#"{"a":[["n","m"],[1,2],[1,3]],"b":[["n"],[2]]}"#, "b"),
    ] {
        let path = home.path().join("a.json");
        let said = said(path.clone(), text);
        assert!(
            said.contains("data-several-tables") && said.contains(second),
            "{text}: {said}"
        );
        assert_eq!(table(&path).1[0][0], "1", "{text}");
        assert_eq!(table(&path.join(second)).1, [["2"]], "{text}");
    }
    // What says something of the rows, and lists within records, are no tables of their own.
    for text in [
        r#"{"data":[{"n":1}],"links":[{"h":"x"}],"warnings":[{"w":"x"}]}"#,
        r#"{"a":{"name":"x","phones":[{"n":1}]},"b":{"name":"y","phones":[{"n":2}]}}"#,
        r#"{"columns":["n"],"index":[["a",1]],"data":[[1]]}"#,
    ] {
        let said = said(home.path().join("a.json"), text);
        assert!(
            !said.contains("data-several-tables") && !said.contains("data-unreadable"),
            "{text}: {said}"
        );
    }
}

#[test]
fn json_within_a_text_is_read() {
    let home = tempfile::tempdir().unwrap();
    let wanted = ["code,n", "09015,5"];
    assert_eq!(
        read(home.path(), r#""[{\"code\":\"09015\",\"n\":5}]""#),
        wanted
    );
    assert_eq!(
        read(home.path(), r#"{"d":"[{\"code\":\"09015\",\"n\":5}]"}"#),
        wanted
    );
    assert_eq!(
        read(home.path(), r#"{"d":"[not JSON]"}"#),
        ["d", "[not JSON]"]
    );
}

#[test]
fn what_is_no_table_in_json_is_refused_with_the_reason() {
    let home = tempfile::tempdir().unwrap();
    for (text, cause) in [
        ("cb({\"a\":[1]});", "jsonp"),
        ("var rows = [{\"a\":1}];", "javascript"),
        (
            "\u{1e}{\"type\":\"Feature\",\"properties\":{\"a\":1},\"geometry\":null}\n",
            "json-sequence",
        ),
        (
            r#"{"type":"Topology","objects":{"x":{"type":"GeometryCollection","geometries":[]}},"arcs":[]}"#,
            "topojson",
        ),
        (
            r#"{"header":{},"dataSets":[{"observations":{"0":[1]}}],"structure":{}}"#,
            "sdmx",
        ),
        (
            r#"{"error":{"code":404,"message":"Not found"}}"#,
            "saved-error",
        ),
        (
            r#"{"message":"Not Found","documentation_url":"https://x.example","status":"404"}"#,
            "saved-error",
        ),
        (
            r#"{"help":"h","success":false,"error":{"__type":"Authorization","message":"No"}}"#,
            "saved-error",
        ),
        (
            r#"{"type":"about:blank","title":"Forbidden","status":403}"#,
            "saved-error",
        ),
        (
            r#"{"errors":[{"code":"x","message":"No such table"}]}"#,
            "saved-error",
        ),
        (
            r#"{"meta":{"schema":"https://x/sdmx-json-data-schema.json"},"data":{"structures":[{}]}}"#,
            "sdmx",
        ),
    ] {
        let said = said(home.path().join("a.json"), text);
        assert!(
            said.contains("data-unreadable") && said.contains(cause),
            "{text}: {said}"
        );
    }
}

#[test]
fn tables_that_speak_of_errors_are_tables() {
    let home = tempfile::tempdir().unwrap();
    for (text, rows) in [
        (r#"{"error":0.5,"mean":2}"#, 2),
        (
            r#"{"success":true,"error":null,"result":[{"a":1},{"a":2}]}"#,
            3,
        ),
        (r#"[{"error":"none","code":404}]"#, 2),
        (r#"{"code":[404,500],"message":["gone","broken"]}"#, 3),
    ] {
        assert_eq!(read(home.path(), text).len(), rows, "{text}");
    }
}

#[test]
fn features_keep_their_ids_apart_from_properties_of_that_name() {
    let home = tempfile::tempdir().unwrap();
    let text = r#"{"type":"FeatureCollection","features":[
        {"type":"Feature","id":1,"geometry":null,"properties":{"id":"p1","geometry":"x"}},
        {"type":"Feature","id":2,"geometry":{"type":"Point","coordinates":[1,2]},"properties":{"n":5}}]}"#;
    let wanted = [
        r"id,geometry,id_2,geometry_2,n",
        "p1,x,1,,",
        r#",,2,{"type":"Point","coordinates":[1,2]},5"#,
    ];
    assert_eq!(read(home.path(), text), wanted);
}

#[test]
fn coordinates_that_are_no_degrees_are_told_of_and_no_geojson() {
    let home = tempfile::tempdir().unwrap();
    let file = |crs: &str, point: &str| {
        let point = format!(r#"{{"type":"Point","coordinates":{point}}}"#);
        let feature = format!(r#"{{"type":"Feature","properties":{{"n":1}},"geometry":{point}}}"#);
        format!(r#"{{"type":"FeatureCollection",{crs}"features":[{feature}]}}"#)
    };
    let crs = |name: &str| format!(r#""crs":{{"type":"name","properties":{{"name":"{name}"}}}},"#);
    for (text, is_projected) in [
        (file("", "[-96.7,17.1]"), false),
        (
            file(&crs("urn:ogc:def:crs:OGC:1.3:CRS84"), "[-96.7,17.1]"),
            false,
        ),
        (file(&crs("EPSG:4326"), "[-96.7,17.1]"), false),
        (file("", "[742310.5,1887450.2]"), true),
        (
            file(&crs("urn:ogc:def:crs:EPSG::32614"), "[12.5,40.2]"),
            true,
        ),
    ] {
        let path = home.path().join("a.geojson");
        let said = said(path.clone(), &text);
        assert_eq!(
            said.contains("data-coordinates-projected"),
            is_projected,
            "{text}: {said}"
        );
        let kind = if is_projected {
            "geometry object"
        } else {
            "geometry geojson"
        };
        assert!(table(&path).0.contains(&kind.to_owned()), "{text}");
    }
}
