//! The child's side: shuts itself in, then does its task.

use std::collections::BTreeMap;
use std::io::{BufWriter, Read, Write};

use kernel::Fault;
use landlock::{
    ABI, Access, AccessFs, AccessNet, Ruleset, RulesetAttr, RulesetCreatedAttr, RulesetStatus,
    path_beneath_rules,
};
use rlimit::Resource;
use rustix::process::{Signal, set_parent_process_death_signal};
use seccompiler::{SeccompAction, SeccompFilter, TargetArch};

use crate::{Level, READABLE, Task};

/// Open files of a task that runs no programs: the three that it is born with.
const FEW_FILES: u64 = 3;
/// Open files of each process of one that does.
const SOME_FILES: u64 = 64;
/// The newest rules of Landlock that are asked for; an older kernel holds those it knows.
const NEWEST: ABI = ABI::V5;
/// What no task has business with: the network, other processes, the shape of the machine. A pair of sockets
/// reaches nobody but whoever made it, and starting a program takes one.
const DENIED: [i64; 19] = [
    libc::SYS_socket,
    libc::SYS_connect,
    libc::SYS_bind,
    libc::SYS_ptrace,
    libc::SYS_process_vm_readv,
    libc::SYS_process_vm_writev,
    libc::SYS_mount,
    libc::SYS_umount2,
    libc::SYS_pivot_root,
    libc::SYS_chroot,
    libc::SYS_unshare,
    libc::SYS_setns,
    libc::SYS_add_key,
    libc::SYS_keyctl,
    libc::SYS_request_key,
    libc::SYS_bpf,
    libc::SYS_perf_event_open,
    libc::SYS_io_uring_setup,
    libc::SYS_userfaultfd,
];

/// Runs a task as the child: shuts itself in, says how far, and hands over standard input and output.
/// `outer` is the argument after the task's name: the level that the parent has already seen to.
///
/// # Errors
/// It cannot be shut in, or nobody listens.
pub fn serve(
    task: &Task,
    outer: Option<&str>,
    work: impl FnOnce(&mut dyn Read, &mut dyn Write) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let level = match outer.and_then(Level::named) {
        Some(level @ (Level::Bubblewrap | Level::Limits)) => level,
        _ => bar_folders()?,
    };
    set_parent_process_death_signal(Some(Signal::KILL))?;
    bar_calls()?;
    limit(task)?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    writeln!(out, "{level}")?;
    work(&mut std::io::stdin().lock(), &mut out)?;
    Ok(out.flush()?)
}

/// Only the folders of the system's programs can be read, if the kernel knows how to see to it.
fn bar_folders() -> Result<Level, Fault> {
    let ruleset = Ruleset::default()
        .handle_access(AccessFs::from_all(NEWEST))?
        .handle_access(AccessNet::from_all(NEWEST))?
        .create()?;
    let read = path_beneath_rules(READABLE, AccessFs::from_read(NEWEST));
    let root = path_beneath_rules(["/bin", "/lib", "/lib64"], AccessFs::from_read(NEWEST));
    let null = path_beneath_rules(["/dev/null"], AccessFs::from_file(NEWEST));
    let status = ruleset.add_rules(read)?.add_rules(root)?.add_rules(null)?.restrict_self()?;
    Ok(match status.ruleset {
        RulesetStatus::FullyEnforced | RulesetStatus::PartiallyEnforced => Level::Landlock,
        RulesetStatus::NotEnforced => Level::Limits,
    })
}

/// Calls of the kernel that the task and its programs do without.
fn bar_calls() -> Result<(), Fault> {
    let rules: BTreeMap<i64, Vec<_>> = DENIED.into_iter().map(|call| (call, Vec::new())).collect();
    let denied = SeccompAction::Errno(libc::EPERM as u32);
    let machine: TargetArch = std::env::consts::ARCH.try_into()?;
    let filter = SeccompFilter::new(rules, SeccompAction::Allow, denied, machine)?;
    let filter: seccompiler::BpfProgram = filter.try_into()?;
    Ok(seccompiler::apply_filter(&filter)?)
}

/// No bytes into any file, no more memory, time and files than the task needs.
fn limit(task: &Task) -> Result<(), Fault> {
    let files = if task.runs_programs { SOME_FILES } else { FEW_FILES };
    Resource::AS.set(task.memory, task.memory)?;
    Resource::CPU.set(task.cpu_seconds, task.cpu_seconds)?;
    Resource::FSIZE.set(0, 0)?;
    Resource::CORE.set(0, 0)?;
    Ok(Resource::NOFILE.set(files, files)?)
}
