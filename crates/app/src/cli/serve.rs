//! `hoithi serve`: the service itself, and what it prints for whoever starts it.

use std::net::SocketAddr;
use std::sync::Arc;

use clap::Args;
use kernel::time::SystemClock;
use kernel::{Failure, Fault, Message};
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

use super::speak::Speaker;
use super::{DONE, Place, files};
use crate::accounts::links::{self, Purpose, link_address};
use crate::frame::App;
use crate::frame::connections::{self, Limits};
use crate::installation::{demo, health, work};
use crate::prior_art;
use crate::router;

/// What `serve` takes.
#[derive(Args)]
pub struct Serve {
    #[arg(long, env = "HOITHI_LISTEN", value_name = "ADDR")]
    listen: Option<SocketAddr>,
    #[arg(long, env = "HOITHI_PUBLIC_URL", value_name = "URL")]
    public_url: Option<String>,
    #[arg(long)]
    demo: bool,
}

/// Serves until it is told to stop; what was begun is finished first.
pub async fn serve(place: &Place, flags: Serve, speaker: &Speaker) -> Result<u8, Failure> {
    log_to_stderr();
    health::collect();
    let mut configuration = place.configuration(flags.listen)?;
    configuration.demo = flags.demo;
    if let Some(public_url) = flags.public_url {
        configuration.public_url = public_url;
    }
    let listener = TcpListener::bind(configuration.listen).await.map_err(|error| {
        Fault::new(format!("{} cannot be listened on: {error}", configuration.listen))
    })?;
    let app = App::open(configuration, Arc::new(SystemClock)).await?;
    files::is_usable(&app).await?;
    if flags.demo {
        demo::load(&app).await?;
    }
    greet(&app, speaker).await?;
    let worker = tokio::spawn(work::forever(app.clone()));
    let index = tokio::spawn(prior_art::forever(app.clone()));
    let (stop, broken) = (stop_signal(app.clone()), app.clone());
    let service = router::service(app.clone());
    connections::serve(listener, service, Limits::of_this_machine(), stop).await;
    for task in [worker, index] {
        task.abort();
        let _ = task.await;
    }
    if broken.store.is_broken() {
        return Err(
            Fault::new("the disk has failed to keep a transaction; the node has stopped").into()
        );
    }
    drop(broken);
    app.close().await?;
    Ok(DONE)
}

/// Told to stop by the operator, or by a disk that has failed.
async fn stop_signal(app: App) {
    tokio::select! {
        () = told_to_stop() => (),
        () = app.store.broken() => (),
    }
}

/// `hoithi demo`: the demo world, without serving it.
pub async fn load_demo(place: &Place, speaker: &Speaker) -> Result<u8, Failure> {
    let app = place.open().await?;
    demo::load(&app).await?;
    speaker.say("cli-demo-loaded");
    app.close().await?;
    Ok(DONE)
}

/// Where it is, and how to get in.
async fn greet(app: &App, speaker: &Speaker) -> Result<(), Failure> {
    let url = &app.configuration.public_url;
    speaker.tell(&Message::new("cli-serving").with("url", url));
    if app.configuration.demo {
        speaker.tell(&Message::new("cli-serving-demo").with("url", url));
    }
    if links::awaits_setup(&app.store).await? {
        let mut tx = app.store.begin().await?;
        let token = links::make(&mut tx, Purpose::Setup, None, None).await?;
        tx.commit().await?;
        speaker.tell(&Message::new("cli-serving-setup").with("link", link_address(app, &token)));
    }
    Ok(())
}

fn log_to_stderr() {
    let filter = EnvFilter::try_from_env("HOITHI_LOG")
        .unwrap_or_else(|_| EnvFilter::new("warn,hoithi=info,store=info"));
    let log = tracing_subscriber::fmt().json().with_env_filter(filter).with_writer(std::io::stderr);
    // A second start in one process, as tests have it, keeps the first log.
    let _ = log.try_init();
}

async fn told_to_stop() {
    let terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate());
    let Ok(mut terminate) = terminate else { return std::future::pending().await };
    tokio::select! {
        _ = terminate.recv() => (),
        _ = tokio::signal::ctrl_c() => (),
    }
}
