//! Servers on loopback that a site is published to, and lines to them that break.

use super::{Files, Office, assert_no_page_leads_nowhere, differing};
use crate::driver::{Outcome, Tool, ended, files_below, program_of, repository, require, tragaluz};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::thread;

/// A server that ends with this value.
pub(crate) struct Server {
    child: Child,
    pub(crate) port: u16,
}

impl Server {
    /// Starts one of the servers in Python, which says its port, on a folder.
    pub(crate) fn python(script: &str, folder: &Path, more: &[&str]) -> Option<Server> {
        Server::python_with(script, folder, more, &[])
    }

    /// The same, with variables of its environment.
    pub(super) fn python_with(
        script: &str,
        folder: &Path,
        more: &[&str],
        variables: &[(&str, &str)],
    ) -> Option<Server> {
        let python = require(Tool::PYTHON, program_of(Some("TRAGALUZ_PYTHON"), "python3"))?;
        fs::create_dir_all(folder).unwrap();
        let mut program = Command::new(python);
        program
            .arg(repository("tests/publishing").join(script))
            .arg(folder)
            .args(more);
        program
            .envs(variables.iter().copied())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut child = program.spawn().unwrap();
        let mut said = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut said)
            .unwrap();
        let port = said
            .trim()
            .parse()
            .unwrap_or_else(|_| panic!("{script} did not start: {said}"));
        Some(Server { child, port })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A user's `sshd` on loopback, with keys of its own, and the programs that reach it as `tragaluz` finds them.
pub(super) struct SshServer {
    home: tempfile::TempDir,
    server: Server,
}

impl SshServer {
    /// Starts one; none where the programs are absent.
    pub(super) fn start() -> Option<SshServer> {
        let sshd = Path::new("/usr/sbin/sshd");
        // As root it wants a folder of the system.
        let is_ready = sshd.exists() && (!is_root() || Path::new("/run/sshd").is_dir());
        require(Tool::SSHD, is_ready.then_some(()))?;
        require(Tool::SSHD, program_of(None, "sftp"))?;
        require(Tool::RSYNC, program_of(None, "rsync"))?;
        let home = tempfile::tempdir().unwrap();
        for key in ["host", "user"] {
            let mut make = Command::new("ssh-keygen");
            make.args(["-q", "-t", "ed25519", "-N", "", "-f"])
                .arg(home.path().join(key));
            assert!(make.status().unwrap().success());
        }
        fs::copy(home.path().join("user.pub"), home.path().join("known")).unwrap();
        let port = TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let at = |name: &str| home.path().join(name).display().to_string();
        let settings = format!(
            "ListenAddress 127.0.0.1\nPort {port}\nHostKey {}\nAuthorizedKeysFile {}\nPidFile none\nStrictModes no\n\
             UsePAM no\nPasswordAuthentication no\nPermitRootLogin yes\nSubsystem sftp internal-sftp\n",
            at("host"),
            at("known")
        );
        fs::write(home.path().join("sshd_config"), settings).unwrap();
        let mut program = Command::new(sshd);
        program
            .args(["-D", "-e", "-f"])
            .arg(home.path().join("sshd_config"));
        let child = program
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let server = Server { child, port };
        let answers = || TcpStream::connect(("127.0.0.1", port)).is_ok();
        let is_up = (0..200).any(|_| {
            answers() || {
                thread::sleep(std::time::Duration::from_millis(25));
                false
            }
        });
        assert!(is_up, "sshd did not start");
        let ssh = SshServer { home, server };
        ssh.write_programs();
        Some(ssh)
    }

    /// Writes programs that find the server's keys: the user's own settings are not touched.
    fn write_programs(&self) {
        let at = |name: &str| self.home.path().join(name).display().to_string();
        let settings = format!(
            "Host *\nIdentityFile {}\nIdentitiesOnly yes\nUserKnownHostsFile {}\nStrictHostKeyChecking accept-new\nLogLevel ERROR\n",
            at("user"),
            at("hosts")
        );
        fs::write(self.home.path().join("ssh_config"), settings).unwrap();
        for name in ["ssh", "sftp"] {
            let real = program_of(None, name).unwrap();
            let script = format!(
                "#!/bin/sh\nexec {} -F {} \"$@\"\n",
                real.display(),
                at("ssh_config")
            );
            let path = self.programs().join(name);
            fs::create_dir_all(self.programs()).unwrap();
            fs::write(&path, script).unwrap();
            super::git::executable(&path);
        }
    }

    /// Lets a name of a host lead to a port of this computer.
    pub(super) fn lead(&self, host: &str, port: u16) {
        let path = self.home.path().join("ssh_config");
        let all = fs::read_to_string(&path).unwrap();
        let common = all.split_once("Host *").unwrap().1;
        let own = format!(
            "Host {host}\nHostName 127.0.0.1\nHostKeyAlias {host}\nPort {port}\nHost *{common}"
        );
        fs::write(path, own).unwrap();
    }

    /// Takes every user's key away.
    pub(super) fn forget_users(&self) {
        fs::write(self.home.path().join("known"), "").unwrap();
    }

    pub(super) fn port(&self) -> u16 {
        self.server.port
    }

    /// The folder of those programs, which is to be looked in first.
    pub(super) fn programs(&self) -> PathBuf {
        self.home.path().join("bin")
    }
}

fn is_root() -> bool {
    let said = Command::new("id").arg("-u").output().unwrap();
    said.stdout == b"0\n"
}

/// A line to a server that breaks for good after some bytes were sent over it.
pub(super) struct BreakingLine {
    pub(crate) port: u16,
}

impl BreakingLine {
    pub(super) fn to(server: u16, bytes: i64) -> BreakingLine {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let left = Arc::new(AtomicI64::new(bytes));
        thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                if left.load(Ordering::SeqCst) <= 0 {
                    continue;
                }
                let server = TcpStream::connect(("127.0.0.1", server)).unwrap();
                let (from, to) = (client.try_clone().unwrap(), server.try_clone().unwrap());
                let left = Arc::clone(&left);
                thread::spawn(move || pass(from, to, Some(&left)));
                thread::spawn(move || pass(server, client, None));
            }
        });
        BreakingLine { port }
    }
}

/// Passes bytes on, as many as are left.
fn pass(mut from: TcpStream, mut to: TcpStream, left: Option<&AtomicI64>) {
    let mut buffer = [0; 4096];
    while let Ok(read) = from.read(&mut buffer) {
        let bytes = i64::try_from(read).unwrap();
        let is_left = |left: &AtomicI64| left.fetch_sub(bytes, Ordering::SeqCst) > bytes;
        if read == 0 || !left.is_none_or(is_left) || to.write_all(&buffer[..read]).is_err() {
            break;
        }
    }
    let _ = from.shutdown(Shutdown::Both);
    let _ = to.shutdown(Shutdown::Both);
}

/// An office that publishes to a server: how it is told to, and where the files are then.
pub(super) struct Publisher {
    pub(super) office: Office,
    pub(super) variables: Vec<(&'static str, String)>,
    pub(super) files: PathBuf,
}

impl Publisher {
    pub(super) fn publish(&self, target: &str, more: &[&str]) -> Outcome {
        let mut program = tragaluz();
        program
            .args(["publish", target])
            .args(more)
            .args(["--root"])
            .arg(self.office.portal.root());
        for (name, value) in &self.variables {
            program.env(name, value);
        }
        ended(&mut program)
    }

    /// The files at the server.
    pub(super) fn there(&self) -> Files {
        files_below(&self.files)
    }

    /// Fails unless a site, and besides what others put there, is at the server.
    pub(super) fn assert_site_and(&self, others: &[&str], what: &str) {
        let mut found = self.there();
        for other in others {
            assert!(found.remove(*other).is_some(), "{what}: {other}");
        }
        assert_eq!(differing(&found, &self.office.site()), [""; 0], "{what}");
    }

    /// Publishes, edits and publishes again, and looks at what came of it.
    pub(super) fn assert_publishes(&self, target: &str) {
        self.publish(target, &["--check"]).assert_code(0);
        self.assert_site_and(&[], "first");
        fs::write(self.files.join("datasets/visits/own.txt"), "own").unwrap();
        self.office.edit();
        let told = self.publish(target, &["--check"]);
        told.assert_code(0);
        self.assert_site_and(&["datasets/visits/own.txt"], "second");
        let again = self.publish(target, &["--format", "json"]);
        assert!(
            again.out.contains("\"sent\":[],\"removed\":[]"),
            "{}",
            again.said()
        );
        // What was damaged there is found, told and mended.
        fs::write(self.files.join("index.html"), "damaged").unwrap();
        self.publish(target, &["--check"]).assert_code(1);
        self.publish(target, &["--check"]).assert_code(0);
        self.publish(target, &["--back"]).assert_code(0);
        self.publish(target, &["--back"]).assert_code(0);
        self.assert_site_and(&["datasets/visits/own.txt"], "there and back");
        fs::remove_file(self.files.join("datasets/visits/own.txt")).unwrap();
    }

    /// Fails unless every file at the server is whole, and no page leads to one that is not there.
    pub(super) fn assert_usable(&self, old: &Files, what: &str) {
        let new = self.office.site();
        for (path, bytes) in self.there() {
            let is_part =
                path == ".tragaluz-part" || path.rsplit('/').next().unwrap().ends_with(".part");
            let is_hidden =
                path.rsplit('/').next().unwrap().starts_with('.') && !new.contains_key(&path);
            let is_known = [old, &new]
                .iter()
                .any(|site| site.get(&path) == Some(&bytes));
            assert!(is_known || is_part || is_hidden, "{what}: {path}");
        }
        assert_no_page_leads_nowhere(&self.files, what);
    }
}
