//! A bucket as a target, at a server that reckons every signature itself, with cuts.

use super::servers::{Publisher, Server};
use super::{Office, paths};
use serde_json::Value;
use std::fs;

fn publisher() -> Publisher {
    let office = Office::new();
    let files = office.place("store/town/portal");
    fs::create_dir_all(&files).unwrap();
    let keys = [
        ("AWS_ACCESS_KEY_ID", "office-key"),
        ("AWS_SECRET_ACCESS_KEY", "office-secret"),
    ];
    Publisher {
        office,
        variables: keys.map(|(name, value)| (name, value.to_owned())).to_vec(),
        files,
    }
}

fn serve(publisher: &Publisher, more: &[&str]) -> Option<Server> {
    let store = publisher.files.ancestors().nth(2).unwrap();
    Server::python("s3_server.py", store, more)
}

fn target(server: &Server) -> String {
    let port = server.port;
    format!("s3://town/portal?endpoint=http://127.0.0.1:{port}&region=mx-central-1")
}

#[test]
fn a_bucket_gets_only_what_changed_with_its_media_types() {
    let publisher = publisher();
    let Some(server) = serve(&publisher, &[]) else {
        return;
    };
    publisher.assert_publishes(&target(&server));
    let types = fs::read_to_string(publisher.office.place("store/types.txt")).unwrap();
    for line in [
        "/town/portal/index.html\ttext/html; charset=utf-8\n",
        "/town/portal/datasets/visits/visits.csv\ttext/csv\n",
        "/town/portal/feed.xml\tapplication/atom+xml\n",
    ] {
        assert!(types.contains(line), "{line}: {types}");
    }
}

#[test]
fn a_store_that_refuses_is_told_without_any_key() {
    let mut publisher = publisher();
    let Some(server) = serve(&publisher, &[]) else {
        return;
    };
    publisher.variables[1].1 = "s3cret-and-wrong".to_owned();
    let refused = publisher.publish(&target(&server), &[]);
    refused.assert_code(2);
    assert!(refused.err.contains("SignatureDoesNotMatch") || refused.err.contains("403"));
    publisher.variables[1].1 = "office-secret".to_owned();
    let address = target(&server);
    drop(server);
    let silent = publisher.publish(&address, &[]);
    silent.assert_code(2);
    for said in [refused.said(), silent.said()] {
        for secret in ["s3cret", "office-secret", "office-key", "X-Amz"] {
            assert!(!said.contains(secret), "{said}");
        }
    }
    publisher.variables.clear();
    let keyless = publisher.publish(&address, &[]);
    keyless.assert_code(2);
    assert!(keyless.err.contains("AWS_ACCESS_KEY_ID"), "{}", keyless.err);
}

#[test]
fn from_a_store_that_breaks_off_the_next_run_comes_to_the_same_end() {
    let publisher = publisher();
    for bytes in ["1", "5000", "20000", "60000"] {
        let Some(server) = serve(&publisher, &[]) else {
            return;
        };
        let port = server.port.to_string();
        publisher.publish(&target(&server), &[]).assert_code(0);
        fs::write(publisher.files.join("own.txt"), "own").unwrap();
        let old = publisher.there();
        publisher.office.change(bytes);
        drop(server);
        let broken = serve(&publisher, &[bytes, &port]).unwrap();
        let outcome = publisher.publish(&target(&broken), &[]);
        outcome.assert_code(2);
        publisher.assert_usable(&old, bytes);
        let half = publisher.there();
        drop(broken);
        let server = serve(&publisher, &["0", &port]).unwrap();
        let told = publisher.publish(&target(&server), &["--check", "--format", "json"]);
        told.assert_code(0);
        publisher.assert_site_and(&["own.txt"], bytes);
        // What was there already was not sent again.
        let told: Value = serde_json::from_str(&told.out).unwrap();
        let sent = [
            paths(&told, "sent", "new"),
            paths(&told, "sent", "replaced"),
        ]
        .concat();
        for path in sent {
            assert_ne!(
                half.get(&path),
                publisher.there().get(&path),
                "{bytes}: {path}"
            );
        }
    }
}
