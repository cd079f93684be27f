//! The papers of the world as files: their text laid out as the office that wrote them would.

use kernel::{Day, Failure, Fault};
use typesetting::{Block, Dated, Heading, Paper, Post, Run, Title, docx, pdf};
use world::papers::{Form, Sample, filled};

/// The bytes of a paper as its office would have them, when the world is loaded on a day.
///
/// # Errors
/// The text of the paper cannot be understood, which a test of the world excludes.
pub fn bytes(sample: &Sample, today: Day) -> Result<Vec<u8>, Failure> {
    let paper = read(&filled(sample.text, today)?)?;
    Ok(match sample.form {
        Form::Docx => docx(&paper),
        Form::Pdf => pdf(&paper),
    })
}

/// The name of its file.
pub fn file_name(sample: &Sample) -> String {
    let ending = match sample.form {
        Form::Docx => "docx",
        Form::Pdf => "pdf",
    };
    format!("{}.{ending}", sample.file)
}

fn read(text: &str) -> Result<Paper, Failure> {
    let (frame, body) =
        text.split_once("---\n").ok_or_else(|| Fault::new("a paper without a body"))?;
    let mut paper = Paper { body: body.lines().map(block).collect(), ..Paper::default() };
    for line in frame.lines() {
        let (field, said) =
            line.split_once(": ").ok_or_else(|| Fault::new(format!("{line}: no field")))?;
        set(&mut paper, field, said)?;
    }
    Ok(paper)
}

fn set(paper: &mut Paper, field: &str, said: &str) -> Result<(), Failure> {
    let own = || said.to_owned();
    match field {
        "superior" => paper.superior = Some(own()),
        "issuer" => paper.issuer = own(),
        "number" => paper.number = Some(said.parse().map_err(Fault::from)?),
        "symbol" => paper.symbol = own(),
        "place" => paper.place = own(),
        "dated" => paper.dated = Dated::on(said.parse()?),
        "month" => paper.dated = Dated::in_month_of(said.parse()?),
        "kind" => paper.title = Title::Named { kind: own(), subject: String::new() },
        "subject" => match &mut paper.title {
            Title::Named { subject, .. } | Title::Letter { subject } => *subject = own(),
        },
        "post" => signature(paper).posts.push(Post::read(said)),
        "signer" => signature(paper).name = Some(own()),
        "to" => paper.recipients.push(own()),
        _ => return Err(Fault::new(format!("{field}: no field of a paper")).into()),
    }
    Ok(())
}

/// The one signature of the paper.
fn signature(paper: &mut Paper) -> &mut typesetting::Signature {
    if paper.signatures.is_empty() {
        paper.signatures.push(typesetting::Signature::default());
    }
    &mut paper.signatures[0]
}

fn block(line: &str) -> Block {
    match (line.strip_prefix("< "), line.strip_prefix("# ")) {
        (Some(basis), _) => Block::Basis(basis.to_owned()),
        (_, Some(heading)) => Block::Heading(Heading::Flush, heading.to_owned()),
        _ => Block::Paragraph(vec![Run::plain(line)]),
    }
}
