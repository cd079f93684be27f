//! A mail server of a story: it takes letters, remembers them, and can be away or fall silent.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio::task::JoinHandle;

/// A letter as the server took it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Taken {
    /// To whom.
    pub to: String,
    /// The same for every copy of one letter.
    pub message_id: String,
}

/// Whether the server answers once it has a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// It says that it has the letter.
    Answers,
    /// It has the letter and says nothing.
    FallsSilent,
}

#[derive(Default)]
struct Desk {
    taken: Mutex<Vec<Taken>>,
    /// Every letter, line by line.
    letters: Mutex<Vec<Vec<String>>>,
    arrived: Notify,
}

/// A place where a mail server may stand.
pub struct MailServer {
    port: u16,
    desk: Arc<Desk>,
    running: Option<JoinHandle<()>>,
}

impl MailServer {
    /// A place with a port; no server stands there yet.
    pub async fn away() -> Self {
        let port = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
        Self { port, desk: Arc::default(), running: None }
    }

    /// The address for the configuration.
    pub fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    /// Puts a server there, in place of the one before.
    pub async fn comes(&mut self, manner: Manner) {
        self.goes().await;
        let listener = TcpListener::bind(("127.0.0.1", self.port)).await.unwrap();
        let desk = self.desk.clone();
        self.running = Some(tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(talk(stream, desk.clone(), manner));
            }
        }));
    }

    /// Takes the server away.
    pub async fn goes(&mut self) {
        if let Some(running) = self.running.take() {
            running.abort();
            assert!(running.await.is_err(), "a server ends when it is taken away");
        }
    }

    /// Waits until another letter has arrived.
    pub async fn arrival(&self) {
        self.desk.arrived.notified().await;
    }

    /// Every letter that arrived, in the order of receivers.
    pub fn taken(&self) -> Vec<Taken> {
        let mut taken = self.desk.taken.lock().unwrap().clone();
        taken.sort();
        taken
    }

    /// Every letter line by line, as it came.
    pub fn letters(&self) -> Vec<Vec<String>> {
        self.desk.letters.lock().unwrap().clone()
    }
}

/// One conversation (RFC 5321), as far as our own letters need it.
async fn talk(stream: TcpStream, desk: Arc<Desk>, manner: Manner) {
    let (reading, mut writing) = stream.into_split();
    let mut lines = BufReader::new(reading).lines();
    let mut letter = Taken { to: String::new(), message_id: String::new() };
    let mut say = async |text: &str| writing.write_all(text.as_bytes()).await.is_ok();
    let mut goes_on = say("220 ready\r\n").await;
    let (mut in_letter, mut lines_of_it) = (false, Vec::new());
    while goes_on && let Ok(Some(line)) = lines.next_line().await {
        if in_letter {
            if let Some(id) = line.strip_prefix("Message-ID: ") {
                letter.message_id = id.to_owned();
            }
            if line == "." {
                desk.letters.lock().unwrap().push(std::mem::take(&mut lines_of_it));
                desk.taken.lock().unwrap().push(letter.clone());
                desk.arrived.notify_one();
                in_letter = false;
                if manner == Manner::FallsSilent {
                    std::future::pending::<()>().await;
                }
                goes_on = say("250 taken\r\n").await;
                continue;
            }
            lines_of_it.push(line);
            continue;
        }
        if let Some(to) = line.strip_prefix("RCPT TO:<") {
            letter.to = to.split('>').next().unwrap().to_owned();
        }
        in_letter = line == "DATA";
        let answer = match line.split(' ').next().unwrap() {
            "DATA" => "354 go on\r\n",
            "QUIT" => "221 bye\r\n",
            _ => "250 well\r\n",
        };
        goes_on = say(answer).await;
    }
}
