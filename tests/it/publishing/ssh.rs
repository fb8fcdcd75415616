//! A server with ssh as a target: by rsync and by SFTP, over lines that break.

use super::Office;
use super::servers::{BreakingLine, Publisher, SshServer};
use std::fs;

/// An office that finds the programs which know the server's keys first.
fn publisher(ssh: &SshServer, name: &str) -> Publisher {
    let office = Office::new();
    let files = office.place(name);
    fs::create_dir_all(&files).unwrap();
    let path = std::env::var("PATH").unwrap();
    let path = format!("{}:{path}", ssh.programs().display());
    Publisher {
        office,
        variables: vec![("PATH", path)],
        files,
    }
}

fn target(scheme: &str, port: u16, publisher: &Publisher) -> String {
    format!("{scheme}://127.0.0.1:{port}{}", publisher.files.display())
}

#[test]
fn a_folder_on_a_server_gets_only_what_changed() {
    let Some(ssh) = SshServer::start() else {
        return;
    };
    for scheme in ["ssh", "sftp"] {
        let publisher = publisher(&ssh, "the site");
        publisher.assert_publishes(&target(scheme, ssh.port(), &publisher));
    }
}

/// Cuts the line after so many bytes, and publishes again over a whole one.
fn assert_comes_to_the_same_end(scheme: &str) {
    let Some(ssh) = SshServer::start() else {
        return;
    };
    let publisher = publisher(&ssh, "site");
    // A target is known by its address: that of the broken line and of the whole one is the same name of a host.
    let target = format!("{scheme}://town{}", publisher.files.display());
    for bytes in [9_000, 30_000, 70_000] {
        let what = format!("{scheme}, cut after {bytes} bytes");
        ssh.lead("town", ssh.port());
        publisher.publish(&target, &["--over"]).assert_code(0);
        fs::write(publisher.files.join("CNAME"), "own").unwrap();
        let old = publisher.there();
        publisher.office.change(&bytes.to_string());
        let line = BreakingLine::to(ssh.port(), bytes);
        ssh.lead("town", line.port);
        publisher.publish(&target, &[]).assert_code(2);
        publisher.assert_usable(&old, &what);
        ssh.lead("town", ssh.port());
        let again = publisher.publish(&target, &["--check"]);
        assert_eq!(again.code, Some(0), "{what}: {}", again.said());
        fs::remove_file(publisher.files.join(".tragaluz-part")).ok();
        publisher.assert_site_and(&["CNAME"], &what);
    }
}

#[test]
fn from_a_cut_of_rsync_the_next_run_comes_to_the_same_end() {
    assert_comes_to_the_same_end("ssh");
}

#[test]
fn from_a_cut_of_sftp_the_next_run_comes_to_the_same_end() {
    assert_comes_to_the_same_end("sftp");
}

#[test]
fn a_server_that_lets_nobody_in_is_told() {
    let Some(ssh) = SshServer::start() else {
        return;
    };
    let publisher = publisher(&ssh, "site");
    ssh.forget_users();
    for scheme in ["ssh", "sftp"] {
        let refused = publisher.publish(&target(scheme, ssh.port(), &publisher), &[]);
        refused.assert_code(2);
        assert!(
            refused.err.contains("does not let you in"),
            "{}",
            refused.err
        );
    }
    let odd = publisher.publish("sftp://-oProxyCommand=x/y", &[]);
    odd.assert_code(2);
}
