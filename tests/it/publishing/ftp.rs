//! A server for FTP as a target, in the open and by TLS, with cuts.

use super::Office;
use super::servers::{Publisher, Server};
use crate::driver::{Tool, program_of, require};
use std::fs;
use std::path::Path;
use std::process::Command;

fn publisher() -> Option<Publisher> {
    let python = require(Tool::PYTHON, program_of(Some("TRAGALUZ_PYTHON"), "python3"))?;
    let has = Command::new(python)
        .args(["-c", "import pyftpdlib, OpenSSL"])
        .output()
        .unwrap();
    require(Tool::PYFTPDLIB, has.status.success().then_some(()))?;
    let office = Office::new();
    let files = office.place("home/www");
    fs::create_dir_all(&files).unwrap();
    let password = ("TRAGALUZ_FTP_PASSWORD", "hunter2".to_owned());
    Some(Publisher {
        office,
        variables: vec![password],
        files,
    })
}

fn serve(publisher: &Publisher, more: &[&str]) -> Server {
    Server::python("ftp_server.py", publisher.files.parent().unwrap(), more).unwrap()
}

fn target(server: &Server) -> String {
    format!("ftp://office@127.0.0.1:{}/www", server.port)
}

#[test]
fn a_folder_gets_only_what_changed() {
    let Some(publisher) = publisher() else { return };
    let server = serve(&publisher, &[]);
    publisher.assert_publishes(&target(&server));
}

#[test]
fn a_wrong_password_is_refused_and_never_said() {
    let Some(mut publisher) = publisher() else {
        return;
    };
    let server = serve(&publisher, &[]);
    publisher.variables[0].1 = "s3cret-and-wrong".to_owned();
    let refused = publisher.publish(&target(&server), &[]);
    refused.assert_code(2);
    assert!(
        refused.err.contains("does not let you in"),
        "{}",
        refused.err
    );
    assert!(!refused.said().contains("s3cret"), "{}", refused.said());
    publisher.variables.clear();
    let nameless = publisher.publish(&target(&server), &[]);
    nameless.assert_code(2);
    assert!(
        nameless.err.contains("TRAGALUZ_FTP_PASSWORD"),
        "{}",
        nameless.err
    );
}

#[test]
fn from_a_server_that_breaks_off_the_next_run_comes_to_the_same_end() {
    let Some(publisher) = publisher() else { return };
    // The target's name has its port: a server that takes its place takes that too.
    for bytes in ["1", "3000", "20000", "60000"] {
        let server = serve(&publisher, &[]);
        let port = server.port.to_string();
        publisher
            .publish(&target(&server), &["--over"])
            .assert_code(0);
        fs::write(publisher.files.join("CNAME"), "own").unwrap();
        let old = publisher.there();
        publisher.office.change(bytes);
        drop(server);
        let broken = serve(&publisher, &[bytes, &port]);
        let outcome = publisher.publish(&target(&broken), &[]);
        outcome.assert_code(2);
        publisher.assert_usable(&old, bytes);
        drop(broken);
        let server = serve(&publisher, &["0", &port]);
        publisher
            .publish(&target(&server), &["--check"])
            .assert_code(0);
        fs::remove_file(publisher.files.join(".tragaluz-part")).ok();
        publisher.assert_site_and(&["CNAME"], bytes);
    }
}

/// Makes an authority, and a certificate of it for this computer; none where there is no program to do so.
fn certificate(folder: &Path) -> Option<()> {
    let openssl = require(Tool::OPENSSL, program_of(None, "openssl"))?;
    fs::write(folder.join("names"), "subjectAltName=DNS:localhost\n").unwrap();
    let new_key = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes";
    for words in [
        format!("req -x509 {new_key} -keyout ca.key -out own.pem -days 3650 -subj /CN=office"),
        format!("req {new_key} -keyout key.pem -out asked.pem -subj /CN=localhost"),
        "x509 -req -in asked.pem -CA own.pem -CAkey ca.key -CAcreateserial -days 3650 -extfile names -out server.pem"
            .to_owned(),
    ] {
        let made = Command::new(&openssl).current_dir(folder).args(words.split(' ')).output();
        let made = made.unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    }
    let both = ["key.pem", "server.pem"].map(|name| fs::read_to_string(folder.join(name)).unwrap());
    fs::write(folder.join("both.pem"), both.concat()).unwrap();
    Some(())
}

#[test]
fn by_tls_a_certificate_is_wanted_that_this_computer_trusts() {
    let Some(mut publisher) = publisher() else {
        return;
    };
    let home = publisher.files.parent().unwrap().to_owned();
    let keys = tempfile::tempdir().unwrap();
    let Some(()) = certificate(keys.path()) else {
        return;
    };
    let both = keys.path().join("both.pem").display().to_string();
    let variables = [("FTP_CERTIFICATE", both.as_str())];
    let server = Server::python_with("ftp_server.py", &home, &[], &variables).unwrap();
    let target = format!("ftps://office@localhost:{}/www", server.port);
    let untrusted = publisher.publish(&target, &[]);
    untrusted.assert_code(2);
    let own = keys.path().join("own.pem").display().to_string();
    publisher.variables.push(("SSL_CERT_FILE", own));
    publisher.publish(&target, &["--check"]).assert_code(0);
    publisher.assert_site_and(&[], "by TLS");
    // In the open it takes nothing.
    publisher
        .publish(&target.replace("ftps", "ftp"), &[])
        .assert_code(2);
}
