//! A folder on a server that speaks FTP, in the open (`ftp://`) or by TLS (`ftps://`, asked for after connecting). Each file is put under
//! another name and then renamed, so that nobody sees a part of it. The password comes from the environment alone.

use crate::diag::Fatal;
use crate::publishing::address::TargetAddress;
use crate::publishing::refusal::{no_target, refused};
use crate::publishing::server::ServerPlace;
use crate::publishing::target::{
    Fetched, PART, SentFile, SiteTarget, TargetKind, TargetPlace, ToldPath,
};
use crate::source::disk::{Disk, LocalDisk};
use crate::verify::tls_config;
use std::collections::BTreeSet;
use std::io::Read;
use std::net::{SocketAddr, TcpStream, ToSocketAddrs};
use std::time::Duration;
use suppaftp::types::FileType;
use suppaftp::{FtpError, FtpResult, Mode, RustlsConnector, RustlsFtpStream, Status};

/// How long a server may take to accept a connection.
const TO_ANSWER: Duration = Duration::from_secs(20);

/// How long a server may say nothing.
const TO_SEND: Duration = Duration::from_mins(2);

/// Variables of the environment that say who logs in.
const USER: &str = "TRAGALUZ_FTP_USER";
const PASSWORD: &str = "TRAGALUZ_FTP_PASSWORD";

/// Folders on servers with FTP.
pub(super) struct FtpFolders;

impl TargetKind for FtpFolders {
    fn open(&self, place: &TargetPlace<'_>) -> Result<Option<Box<dyn SiteTarget>>, Fatal> {
        let open = place.address.after("ftp://").map(|rest| (rest, false));
        let secure = || place.address.after("ftps://").map(|rest| (rest, true));
        let Some((rest, is_secure)) = open.or_else(secure) else {
            return Ok(None);
        };
        let server = ServerPlace::read(rest).ok_or_else(|| no_target(place.address))?;
        let user = server.user.clone().or_else(|| (place.secrets)(USER));
        let (Some(user), Some(password)) = (user, (place.secrets)(PASSWORD)) else {
            return Err(refused(
                "login-absent",
                place.address,
                &format!("{USER}, {PASSWORD}"),
            ));
        };
        let mut folder = FtpFolder {
            address: place.address.clone(),
            stream: None,
            server,
            password,
            folders: BTreeSet::new(),
        };
        let stream = folder.connected(&user, is_secure);
        folder.stream = Some(stream.map_err(|error| folder.failed(&error))?);
        Ok(Some(Box::new(folder)))
    }
}

/// A folder on a server.
struct FtpFolder {
    address: TargetAddress,
    stream: Option<RustlsFtpStream>,
    server: ServerPlace,
    password: String,
    /// Folders that were made, or were there.
    folders: BTreeSet<String>,
}

/// Opens a connection on which nobody waits for ever.
fn tcp(address: SocketAddr) -> FtpResult<TcpStream> {
    let open = || {
        let stream = TcpStream::connect_timeout(&address, TO_ANSWER)?;
        stream.set_read_timeout(Some(TO_SEND))?;
        stream.set_write_timeout(Some(TO_SEND))?;
        Ok(stream)
    };
    open().map_err(FtpError::ConnectionError)
}

/// Whether a server says that there is no such file or folder.
fn is_absent(error: &FtpError) -> bool {
    matches!(error, FtpError::UnexpectedResponse(answer)
        if [Status::FileUnavailable, Status::BadFilename].contains(&answer.status))
}

impl FtpFolder {
    /// Connects, and logs in.
    fn connected(&self, user: &str, is_secure: bool) -> FtpResult<RustlsFtpStream> {
        let host = (self.server.host.as_str(), self.server.port.unwrap_or(21));
        let mut addresses = host.to_socket_addrs().map_err(FtpError::ConnectionError)?;
        let absent = || FtpError::ConnectionError(std::io::ErrorKind::NotFound.into());
        let address = addresses.next().ok_or_else(absent)?;
        let mut stream = RustlsFtpStream::connect_with_stream(tcp(address)?)?;
        if is_secure {
            let config = tls_config().map_err(|error| FtpError::SecureError(error.to_string()))?;
            stream = stream.into_secure(RustlsConnector::from(config), &self.server.host)?;
        }
        stream = stream.passive_stream_builder(tcp);
        // Behind a router, servers name addresses that nobody else knows.
        stream.set_passive_nat_workaround(true);
        if address.is_ipv6() {
            stream.set_mode(Mode::ExtendedPassive);
        }
        stream.login(user, &self.password)?;
        stream.transfer_type(FileType::Binary)?;
        Ok(stream)
    }

    fn stream(&mut self) -> FtpResult<&mut RustlsFtpStream> {
        let gone = || FtpError::ConnectionError(std::io::ErrorKind::NotConnected.into());
        self.stream.as_mut().ok_or_else(gone)
    }

    /// Returns the finding that the server refuses something, without the password.
    fn failed(&self, error: &FtpError) -> Fatal {
        let said = error.to_string().replace(&self.password, "…");
        let kind = match error {
            FtpError::UnexpectedResponse(answer)
                if [Status::NotLoggedIn, Status::InvalidCredentials].contains(&answer.status) =>
            {
                "login"
            }
            _ => "other",
        };
        refused(kind, &self.address, &said)
    }

    /// Makes the folders above a file.
    fn make_folders(&mut self, path: &str) -> FtpResult<()> {
        for folder in self.server.folders_above(path) {
            if self.folders.insert(folder.clone()) {
                // One that is there is refused, and so is one that may not be made: then the file is.
                let made = self.stream()?.mkdir(&folder);
                if let Err(error @ FtpError::ConnectionError(_)) = made {
                    return Err(error);
                }
            }
        }
        Ok(())
    }

    fn put_one(&mut self, file: &SentFile<'_>) -> FtpResult<()> {
        let from = LocalDisk.open(&file.from());
        let mut from = from.map_err(FtpError::ConnectionError)?;
        let [part, to] = [PART, file.path].map(|path| self.server.path(path));
        self.make_folders(file.path)?;
        self.stream()?.put_file(&part, &mut from)?;
        match self.stream()?.rename(&part, &to) {
            // Some servers rename over nothing that is there.
            Err(FtpError::UnexpectedResponse(_)) => {
                let _ = self.stream()?.rm(&to);
                self.stream()?.rename(&part, &to)
            }
            renamed => renamed,
        }
    }

    fn remove_one(&mut self, path: &str) -> FtpResult<()> {
        let full = self.server.path(path);
        match self.stream()?.rm(&full) {
            Err(error) if !is_absent(&error) => return Err(error),
            _ => {}
        }
        for (at, _) in path.rmatch_indices('/') {
            let folder = self.server.path(&path[..at]);
            // One with something in it stays.
            match self.stream()?.rmdir(&folder) {
                Ok(()) => {}
                Err(error @ FtpError::ConnectionError(_)) => return Err(error),
                Err(_) => break,
            }
        }
        Ok(())
    }
}

impl SiteTarget for FtpFolder {
    fn fetch(&mut self, paths: &[&str], each: &mut Fetched<'_>) -> Result<(), Fatal> {
        for path in paths {
            let full = self.server.path(path);
            let opened = self
                .stream()
                .and_then(|stream| stream.retr_as_stream(&full));
            match opened {
                Ok(mut file) => {
                    each(path, Some(&mut file as &mut dyn Read))?;
                    file.finish().map_err(|error| self.failed(&error))?;
                }
                Err(error) if is_absent(&error) => each(path, None)?,
                Err(error) => return Err(self.failed(&error)),
            }
        }
        Ok(())
    }

    fn put(&mut self, files: &[SentFile<'_>], tell: &mut ToldPath<'_>) -> Result<(), Fatal> {
        for file in files {
            let put = self.put_one(file);
            put.map_err(|error| self.failed(&error))?;
            tell(file.path)?;
        }
        Ok(())
    }

    fn remove(&mut self, paths: &[&str], tell: &mut ToldPath<'_>) -> Result<(), Fatal> {
        for path in paths {
            let removed = self.remove_one(path);
            removed.map_err(|error| self.failed(&error))?;
            tell(path)?;
        }
        Ok(())
    }
}

impl Drop for FtpFolder {
    fn drop(&mut self) {
        if let Some(stream) = &mut self.stream {
            // A server that does not answer any more has nothing left to do.
            let _ = stream.quit();
        }
    }
}
