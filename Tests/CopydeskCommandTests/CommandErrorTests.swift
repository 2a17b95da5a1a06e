import Testing

@testable import CopydeskCommand

@Suite struct CommandErrorTests {
  @Test(
    arguments: [
      (CommandError.missing(path: "a.txt"), 2, "a.txt: there is no such file or folder"),
      (.isDirectory(path: "a"), 2, "a: this is a folder; name a file in it, or `-` for standard input"),
      (.emptyInput(path: "a"), 1, "a: the input is empty"),
      (.tooLarge(path: "a", bytes: 9, limit: 8), 1, "a: 9 bytes are more than the limit of 8"),
      (
        .unknownName(kind: "plugin", name: "jsonk", known: ["jsonl", "files"], command: "copydesk plugin list"), 2,
        "unknown plugin 'jsonk', did you mean 'jsonl'? (`copydesk plugin list` shows all)"
      ),
      (
        .unknownName(kind: "plugin", name: "zzzzz", known: ["jsonl"], command: "copydesk plugin list"), 2,
        "unknown plugin 'zzzzz' (`copydesk plugin list` shows all)"
      ),
      (.unreadable(path: "a", errno: 13), 2, "a: cannot be read: Permission denied"),
    ] as [(CommandError, Int32, String)])
  func messagesAndExitCodes(_ error: CommandError, code: Int32, message: String) {
    #expect(error.exitCode == code)
    #expect(error.description == message)
  }
}
