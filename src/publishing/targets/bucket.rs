//! A bucket of any store that speaks S3: `s3://bucket/folder?endpoint=https://…&region=…` (Amazon, Cloudflare R2, Google's interface for it,
//! MinIO and others). An object is there whole or not at all. Keys come from the environment alone; addresses that are signed with them
//! are never shown.

use crate::diag::Fatal;
use crate::publishing::address::TargetAddress;
use crate::publishing::refusal::{no_target, refused};
use crate::publishing::target::{Fetched, SentFile, SiteTarget, TargetKind, TargetPlace, ToldPath};
use crate::site::hosts::media_type;
use crate::stage;
use crate::verify::web_agent;
use jiff::Timestamp;
use rusty_s3::actions::{DeleteObject, GetObject, PutObject};
use rusty_s3::{Bucket, Credentials, S3Action, UrlStyle};
use std::io::Read;
use std::time::Duration;
use ureq::http::Response;
use ureq::{Agent, Body};

/// What begins such an address.
const BEGINNING: &str = "s3://";

/// How long a signed address holds.
const HOLDS: Duration = Duration::from_hours(1);

/// How often one request is made before its failure counts.
const TRIES: usize = 3;

/// Most bytes that are read of what a store says of a failure.
const MOST_SAID: u64 = 4 << 10;

/// Variables of the environment that every program for such stores reads.
const KEY: &str = "AWS_ACCESS_KEY_ID";
const SECRET: &str = "AWS_SECRET_ACCESS_KEY";
const TOKEN: &str = "AWS_SESSION_TOKEN";
const REGION: &str = "AWS_REGION";
const ENDPOINT: &str = "AWS_ENDPOINT_URL";

/// Buckets.
pub(super) struct Buckets;

impl TargetKind for Buckets {
    fn open(&self, place: &TargetPlace<'_>) -> Result<Option<Box<dyn SiteTarget>>, Fatal> {
        let Some(rest) = place.address.after(BEGINNING) else {
            return Ok(None);
        };
        let parts = BucketParts::read(rest);
        let bucket = parts.and_then(|parts| parts.bucket(place).map(|bucket| (bucket, parts)));
        let Some((bucket, parts)) = bucket else {
            return Err(no_target(place.address));
        };
        let [key, secret] = [KEY, SECRET].map(|name| (place.secrets)(name));
        let (Some(key), Some(secret)) = (key, secret) else {
            return Err(refused(
                "login-absent",
                place.address,
                &format!("{KEY}, {SECRET}"),
            ));
        };
        let credentials = match (place.secrets)(TOKEN) {
            Some(token) => Credentials::new_with_token(key, secret, token),
            None => Credentials::new(key, secret),
        };
        Ok(Some(Box::new(StoreBucket {
            address: place.address.clone(),
            agent: web_agent(),
            bucket,
            credentials,
            folder: parts.folder.to_owned(),
            now: place.now,
        })))
    }
}

/// An address taken apart.
struct BucketParts<'a> {
    name: &'a str,
    folder: &'a str,
    endpoint: Option<&'a str>,
    region: Option<&'a str>,
}

impl<'a> BucketParts<'a> {
    fn read(rest: &'a str) -> Option<BucketParts<'a>> {
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (name, folder) = path.split_once('/').unwrap_or((path, ""));
        let mut parts = BucketParts {
            name,
            folder: folder.trim_matches('/'),
            endpoint: None,
            region: None,
        };
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            match pair.split_once('=')? {
                ("endpoint", endpoint) => parts.endpoint = Some(endpoint),
                ("region", region) => parts.region = Some(region),
                _ => return None,
            }
        }
        (!name.is_empty()).then_some(parts)
    }

    /// The bucket; none where its endpoint is no address.
    fn bucket(&self, place: &TargetPlace<'_>) -> Option<Bucket> {
        let said = |given: Option<&str>, name: &str| {
            given.map(str::to_owned).or_else(|| (place.secrets)(name))
        };
        let region = said(self.region, REGION).unwrap_or_else(|| "us-east-1".to_owned());
        let amazon = || format!("https://s3.{region}.amazonaws.com");
        let endpoint = said(self.endpoint, ENDPOINT).unwrap_or_else(amazon);
        // Every store knows a bucket by its path; not every certificate knows it by a host's name.
        let endpoint = endpoint.parse().ok()?;
        Bucket::new(endpoint, UrlStyle::Path, self.name.to_owned(), region).ok()
    }
}

/// A bucket, or a folder in it.
struct StoreBucket {
    address: TargetAddress,
    agent: Agent,
    bucket: Bucket,
    credentials: Credentials,
    folder: String,
    now: fn() -> Timestamp,
}

impl StoreBucket {
    /// The name of a file's object.
    fn object(&self, path: &str) -> String {
        if self.folder.is_empty() {
            path.to_owned()
        } else {
            format!("{}/{path}", self.folder)
        }
    }

    /// Makes a request, again where the store did not answer or was too busy.
    fn asked(
        &self,
        ask: impl Fn() -> Result<Response<Body>, ureq::Error>,
    ) -> Result<Response<Body>, Fatal> {
        let mut tries = 1;
        loop {
            match ask() {
                Ok(answer) if answer.status().as_u16() < 500 || tries == TRIES => {
                    return Ok(answer);
                }
                Err(error) if tries == TRIES => {
                    // What it says beside its kind may hold the signed address.
                    let cause = error.into_io();
                    return Err(refused("other", &self.address, &cause.kind().to_string()));
                }
                _ => tries += 1,
            }
        }
    }

    /// Returns the finding that the store refuses something: the status, and the code in what it says.
    fn failed(&self, answer: Response<Body>) -> Fatal {
        let status = answer.status().as_u16();
        let mut said = String::new();
        let reader = answer.into_body().into_reader();
        let _ = reader.take(MOST_SAID).read_to_string(&mut said);
        let code = said
            .split_once("<Code>")
            .and_then(|(_, rest)| rest.split_once("</Code>"));
        let code = code.map_or("", |(code, _)| code);
        let kind = if [401, 403].contains(&status) {
            "login"
        } else {
            "other"
        };
        refused(kind, &self.address, &format!("HTTP {status} {code}"))
    }

    fn put_one(&self, file: &SentFile<'_>) -> Result<(), Fatal> {
        let object = self.object(file.path);
        let keys = Some(&self.credentials);
        let answer = self.asked(|| {
            let url = PutObject::new(&self.bucket, keys, &object);
            let url = url.sign_with_time(HOLDS, &(self.now)());
            let opened = stage::open(file.root, file.path);
            let absent = || ureq::Error::Io(std::io::ErrorKind::NotFound.into());
            let (content, bytes) = opened.ok_or_else(absent)?;
            let request = self.agent.put(url.as_str());
            let request = request.header("content-type", media_type(file.path));
            request
                .header("content-length", bytes.to_string())
                .send(content)
        })?;
        if answer.status().is_success() {
            Ok(())
        } else {
            Err(self.failed(answer))
        }
    }
}

impl SiteTarget for StoreBucket {
    fn fetch(&mut self, paths: &[&str], each: &mut Fetched<'_>) -> Result<(), Fatal> {
        for path in paths {
            let object = self.object(path);
            let answer = self.asked(|| {
                let url = GetObject::new(&self.bucket, Some(&self.credentials), &object);
                let url = url.sign_with_time(HOLDS, &(self.now)());
                self.agent.get(url.as_str()).call()
            })?;
            match answer.status().as_u16() {
                200 => {
                    let body = answer.into_body().into_with_config().limit(u64::MAX);
                    each(path, Some(&mut body.reader() as &mut dyn Read))?;
                }
                404 => each(path, None)?,
                _ => return Err(self.failed(answer)),
            }
        }
        Ok(())
    }

    fn put(&mut self, files: &[SentFile<'_>], tell: &mut ToldPath<'_>) -> Result<(), Fatal> {
        for file in files {
            self.put_one(file)?;
            tell(file.path)?;
        }
        Ok(())
    }

    fn remove(&mut self, paths: &[&str], tell: &mut ToldPath<'_>) -> Result<(), Fatal> {
        for path in paths {
            let object = self.object(path);
            let answer = self.asked(|| {
                let url = DeleteObject::new(&self.bucket, Some(&self.credentials), &object);
                let url = url.sign_with_time(HOLDS, &(self.now)());
                self.agent.delete(url.as_str()).call()
            })?;
            if !answer.status().is_success() && answer.status().as_u16() != 404 {
                return Err(self.failed(answer));
            }
            tell(path)?;
        }
        Ok(())
    }
}
