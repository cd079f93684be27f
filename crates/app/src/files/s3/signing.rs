//! The signature of a request (chữ ký của yêu cầu): AWS Signature Version 4, in headers.
//!
//! It covers the SHA-256 of what is sent, which is the name that we keep a file under: a store that takes bytes under
//! a right signature has compared them with their name. Source: "Signature Calculations for the Authorization Header:
//! Transferring Payload in a Single Chunk", Amazon S3 API Reference, whose examples are the test.

use std::collections::BTreeMap;

use hmac::{Hmac, KeyInit, Mac};
use kernel::Instant;
use sha2::{Digest, Sha256};

use crate::configuration::Secret;

/// Signs requests for whom the store knows by this key.
#[derive(Debug, Clone)]
pub struct Signer {
    /// Region of the bucket.
    pub region: String,
    /// Name of the key.
    pub key: String,
    /// What only we and the store know.
    pub secret: Secret,
}

/// What is signed of a request.
pub struct Told<'r> {
    /// `GET`, `PUT`, …
    pub method: &'r str,
    /// The path as it is sent.
    pub path: &'r str,
    /// The query as it is sent: its names in order.
    pub query: &'r str,
    /// Every header that must not change on the way, by name in small letters.
    pub headers: &'r BTreeMap<&'static str, String>,
    /// SHA-256 of the body, hex.
    pub body: &'r str,
}

/// A moment as a signature names it: `20130524T000000Z`.
pub fn stamp(at: Instant) -> String {
    let text = at.to_string();
    let seconds = text.split('.').next().unwrap_or_default();
    format!("{}Z", seconds.replace(['-', ':'], ""))
}

impl Signer {
    /// The value of the header `authorization` for a request of this [`stamp`].
    pub fn authorization(&self, told: &Told<'_>, stamp: &str) -> String {
        let day = stamp.split('T').next().unwrap_or_default();
        let scope = format!("{day}/{}/s3/aws4_request", self.region);
        let names: Vec<&str> = told.headers.keys().copied().collect();
        let names = names.join(";");
        let line = |(name, value): (&&str, &String)| format!("{name}:{}\n", value.trim());
        let headers: String = told.headers.iter().map(line).collect();
        let Told { method, path, query, body, .. } = told;
        let request = format!("{method}\n{path}\n{query}\n{headers}\n{names}\n{body}");
        let request = hex::encode(Sha256::digest(request));
        let signed = format!("AWS4-HMAC-SHA256\n{stamp}\n{scope}\n{request}");
        let signature = hex::encode(mac(&self.key_of(day), &signed));
        let key = &self.key;
        format!(
            "AWS4-HMAC-SHA256 Credential={key}/{scope},SignedHeaders={names},Signature={signature}"
        )
    }

    /// The key of one day, from which nobody gets back to the secret.
    fn key_of(&self, day: &str) -> Vec<u8> {
        let secret = format!("AWS4{}", self.secret.told());
        let steps = [day, &self.region, "s3", "aws4_request"];
        steps.into_iter().fold(secret.into_bytes(), |key, step| mac(&key, step))
    }
}

fn mac(key: &[u8], text: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("a key may have any length");
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTHING: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /// The examples of Amazon's page, with the key that it invents.
    #[test]
    fn requests_are_signed_as_amazon_signs_them() {
        let signer = Signer {
            region: "us-east-1".to_owned(),
            key: "AKIAIOSFODNN7EXAMPLE".to_owned(),
            secret: Secret::new("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
        };
        let check = |(method, path, query): (&str, &str, &str),
                     more: &[(&'static str, &str)],
                     body: &str,
                     expect: &str| {
            let fixed = [
                ("host", "examplebucket.s3.amazonaws.com"),
                ("x-amz-content-sha256", body),
                ("x-amz-date", "20130524T000000Z"),
            ];
            let headers =
                fixed.iter().chain(more).map(|(name, value)| (*name, (*value).to_owned()));
            let headers: BTreeMap<&'static str, String> = headers.collect();
            let told = Told { method, path, query, headers: &headers, body };
            let names: Vec<&str> = headers.keys().copied().collect();
            let expect = format!(
                "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,\
                 SignedHeaders={},Signature={expect}",
                names.join(";")
            );
            assert_eq!(signer.authorization(&told, "20130524T000000Z"), expect, "{method} {path}");
        };
        check(
            ("GET", "/test.txt", ""),
            &[("range", "bytes=0-9")],
            NOTHING,
            "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
        );
        check(
            ("PUT", "/test%24file.text", ""),
            &[
                ("date", "Fri, 24 May 2013 00:00:00 GMT"),
                ("x-amz-storage-class", "REDUCED_REDUNDANCY"),
            ],
            "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072",
            "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd",
        );
        check(
            ("GET", "/", "lifecycle="),
            &[],
            NOTHING,
            "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543",
        );
        check(
            ("GET", "/", "max-keys=2&prefix=J"),
            &[],
            NOTHING,
            "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
        );
    }

    #[test]
    fn a_moment_is_named_to_the_second() {
        assert_eq!(stamp(Instant::from_millis(1_369_353_600_999)), "20130524T000000Z");
    }
}
