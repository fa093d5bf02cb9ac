import Foundation
import Glibc

/// A program that could not be started.
struct SpawnError: Error {
  let command: [String]
  let code: Int32
}

/// Starts a program with the given environment, its standard files set up by `files`.
///
/// Not `Process`: that takes a daemon that the program leaves behind, as tmux does, for the program
/// itself.
func spawn(
  _ command: [String], environment: [String: String], inNewSession: Bool = false,
  files: (UnsafeMutablePointer<posix_spawn_file_actions_t>) -> Void
) throws -> pid_t {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  files(&actions)
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  // The threads of the tests block signals; what they start must not.
  var none = sigset_t()
  sigemptyset(&none)
  posix_spawnattr_setsigmask(&attributes, &none)
  var flags = POSIX_SPAWN_SETSIGMASK
  // POSIX_SPAWN_SETSID, which Swift does not import.
  if inNewSession { flags |= 0x80 }
  posix_spawnattr_setflags(&attributes, Int16(flags))
  defer {
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
  }
  var arguments = command.map { strdup($0) } + [nil]
  var variables = environment.map { strdup("\($0)=\($1)") } + [nil]
  defer { for text in arguments + variables { free(text) } }
  var process = pid_t()
  let code = posix_spawnp(&process, command[0], &actions, &attributes, &arguments, &variables)
  guard code == 0 else { throw SpawnError(command: command, code: code) }
  return process
}

/// How a process ended.
enum Ending: Equatable {
  case exit(Int32)
  case signal(Int32)

  init(status: Int32) {
    let signal = status & 0x7F
    self = signal == 0 ? .exit(status >> 8 & 0xFF) : .signal(signal)
  }
}

/// Runs a program to its end, with nothing to read; returns all it wrote.
///
/// Through a file, not a pipe, which a daemon started meanwhile by another test would hold open.
func run(
  _ command: [String], environment: [String: String]
) throws -> (ending: Ending, output: String) {
  let folder = try TemporaryFolder()
  let file = folder.path + "/output"
  let process = try spawn(command, environment: environment) { files in
    posix_spawn_file_actions_addopen(files, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(files, 1, file, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_adddup2(files, 1, 2)
  }
  var status: Int32 = 0
  waitpid(process, &status, 0)
  return (Ending(status: status), try String(contentsOfFile: file, encoding: .utf8))
}
