//! What a child can do at each level that this machine has. The level that was had is said, so that a run on
//! another machine can be compared.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that panics has failed; which levels a machine has is for people to read"
)]

use std::path::PathBuf;
use std::time::Duration;

use sandbox::{Ended, Input, Level, Task, ask};

const TASK: Task = Task {
    name: "cell",
    runs_programs: true,
    memory: 256 * 1024 * 1024,
    cpu_seconds: 1,
    longest: Duration::from_secs(5),
    most_answer: 1024,
};
const LEVELS: [Level; 3] = [Level::Bubblewrap, Level::Landlock, Level::Limits];

/// The prisoner, which cargo builds beside the tests.
fn cell() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    test.ancestors().nth(2).unwrap().join("examples/cell")
}

async fn attempt(told: &str, level: Level) -> Result<(String, Level), Ended> {
    let input = Input::Bytes(told.as_bytes().to_vec());
    let answer = ask(&cell(), &TASK, input, Some(level)).await?;
    Ok((String::from_utf8(answer.bytes).unwrap(), answer.level))
}

/// The levels that this machine has: what was asked for and was had.
async fn levels() -> Vec<Level> {
    let mut had = Vec::new();
    for level in LEVELS {
        let (_, got) = attempt("say hello", level).await.unwrap();
        had.extend((got == level).then_some(level));
    }
    println!("levels tested: {had:?}");
    had
}

#[tokio::test]
async fn the_doors_are_barred_at_every_level() {
    let folder = std::env::temp_dir().join(format!("sandbox-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let secret = folder.join("secret");
    std::fs::write(&secret, "secret").unwrap();
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let listens = listener.local_addr().unwrap();
    for level in levels().await {
        let check = async |told: String, expect: &str| {
            let said = attempt(&told, level).await.map_or("ended".to_owned(), |(said, _)| said);
            assert_eq!(said, expect, "{told} at {level}");
        };
        check("say hello".to_owned(), "hello").await;
        check("environment".to_owned(), if level == Level::Bubblewrap { "PWD " } else { "" }).await;
        check(format!("connect {listens}"), "barred").await;
        check("send 127.0.0.1:0".to_owned(), "barred").await;
        check("run /usr/bin/true".to_owned(), "done").await;
        let (reads, writes) = match level {
            Level::Limits => ("done", "ended"),
            _ => ("barred", "barred"),
        };
        check(format!("write {}", folder.join("new").display()), writes).await;
        check(format!("read {}", secret.display()), reads).await;
        check("read /etc/hostname".to_owned(), reads).await;
    }
    assert!(!folder.join("new").exists() || std::fs::read(folder.join("new")).unwrap().is_empty());
    std::fs::remove_dir_all(folder).unwrap();
}

#[tokio::test]
async fn limits_end_the_child_and_not_the_parent() {
    for level in levels().await {
        assert_eq!(attempt("eat 10", level).await.unwrap().0, (10 * 1024 * 1024).to_string());
        let ended = attempt("eat 300", level).await;
        assert_eq!(ended.map(|(said, _)| said).ok().unwrap_or_default(), "", "memory at {level}");
        let ended = attempt("spin", level).await;
        assert_eq!(ended.map(|(said, _)| said).ok().unwrap_or_default(), "", "time at {level}");
        let said = attempt("talk 100000", level).await.unwrap().0;
        assert!(said.len() < 1024, "an answer is cut at {level}");
    }
}

#[tokio::test]
async fn whatever_the_child_started_ends_with_it() {
    for level in levels().await {
        let told = format!("sleep {}", 3_000 + std::process::id() % 1_000);
        let ended = tokio::time::timeout(Duration::from_secs(8), attempt(&told, level)).await;
        assert!(matches!(ended, Ok(Err(Ended::OutOfTime))), "{ended:?} at {level}");
        tokio::time::sleep(Duration::from_millis(300)).await;
        assert!(!is_running(&told), "a sleeper is left at {level}");
    }
}

fn is_running(told: &str) -> bool {
    let wanted = format!("/usr/bin/{}", told.replace(' ', "\0"));
    let processes = std::fs::read_dir("/proc").unwrap().flatten();
    processes.map(|process| process.path().join("cmdline")).any(|path| {
        std::fs::read(path).is_ok_and(|line| String::from_utf8_lossy(&line).starts_with(&wanted))
    })
}
