// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import StridedCommand

@Suite struct ProgramTests {
  @Test func runsAndFailsWithItsStatus() throws {
    let fine = try Program.run(["run", "-"], input: "print(1)")
    #expect((fine.output, fine.error, fine.status) == ("1\n", "", 0))
    let failed = try Program.run(["run", "-"], input: "print(1)\n1/0")
    #expect((failed.output, failed.status) == ("1\n", 1))
    #expect(failed.error.hasSuffix("ZeroDivisionError: division by zero\n"))
    #expect(!failed.error.contains("\u{1B}"))
    for (program, status) in [
      ("raise SystemExit(3)", 3), ("raise SystemExit", 0), ("raise SystemExit('x')", 1),
    ] {
      #expect(try Program.run(["run", "-"], input: program).status == Int32(status))
    }
  }

  @Test func wrongCommandLinesAndFiles() throws {
    for arguments in [
      ["run"], ["nothing"], ["run", "x", "--nothing"], ["run", "-", "--steps", "-1"],
    ] {
      let outcome = try Program.run(arguments)
      #expect(
        outcome.status == 64 && outcome.output == "" && !outcome.error.isEmpty, "\(arguments)")
    }
    let folder = try TemporaryFolder()
    for path in ["/nowhere/x.py", folder.url.path] {
      let outcome = try Program.run(["run", path])
      #expect(outcome.status == 66 && outcome.error.hasPrefix("strided: can't read '\(path)': "))
    }
    #expect(try Program.run(["inspect", "/nowhere/x.npy"]).status == 1)
  }

  @Test func readsWindowsFilesAndMarks() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("\u{FEFF}x = 1\r\nif x:\r\n  print('é')\r\n", to: "a.py")
    #expect(try Program.run(["run", path]).output == "é\n")
  }

  @Test func aReaderThatLeavesEndsTheProgramQuietly() throws {
    let process = try Program.process(["run", "-"])
    let (standard, error, source) = (Pipe(), Pipe(), Pipe())
    process.standardOutput = standard
    process.standardError = error
    process.standardInput = source
    try process.run()
    source.fileHandleForWriting.write(Data("while True: print('y' * 1000)".utf8))
    try source.fileHandleForWriting.close()
    _ = try standard.fileHandleForReading.read(upToCount: 10)
    try standard.fileHandleForReading.close()
    #expect(error.fileHandleForReading.readDataToEndOfFile().isEmpty)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 141)
  }

  @Test func helpsEverywhere() throws {
    let help = try Program.run(["--help"]).output
    #expect(try Program.run([]).output == help)
    let commands = StridedProgram.configuration.subcommands.compactMap {
      $0.configuration.commandName ?? "\($0)".lowercased()
    }
    #expect(commands.count >= 3)
    for command in commands {
      #expect(help.contains("  \(command) "), "\(command)")
      let outcome = try Program.run(["help", command])
      #expect(outcome.status == 0 && outcome.output.hasPrefix("OVERVIEW: "), "\(command)")
      // The parser breaks all lines but that of the usage.
      for line in outcome.output.split(separator: "\n") where !line.hasPrefix("USAGE") {
        #expect(line.count <= 80, "\(line)")
      }
    }
    #expect(try Program.run(["--version"]).output == "0.1.0\n")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func writesCompletionScripts(shell: String) throws {
    let outcome = try Program.run(["--generate-completion-script", shell])
    #expect(outcome.status == 0)
    for word in ["inspect", "repl", "run", "steps", "files"] {
      #expect(outcome.output.contains(word))
    }
    let path = "/bin/\(shell)"
    guard shell == "bash", FileManager.default.isExecutableFile(atPath: path) else { return }
    let folder = try TemporaryFolder()
    let check = Process()
    check.executableURL = URL(fileURLWithPath: path)
    check.arguments = ["-n", try folder.write(outcome.output, to: "script")]
    try check.run()
    check.waitUntilExit()
    #expect(check.terminationStatus == 0)
  }

  @Test func coloursNeedATerminalThatWantsThem() {
    #expect(Style.isWanted(["TERM": "xterm"]))
    #expect(Style.isWanted(["TERM": "xterm", "NO_COLOR": ""]))
    for environment in [["TERM": "xterm", "NO_COLOR": "1"], ["TERM": "dumb"], [:]] {
      #expect(!Style.isWanted(environment))
    }
    #expect(Style(isOn: true).bad("x") == "\u{1B}[31mx\u{1B}[0m")
    #expect(Style(isOn: true).bad("") == "" && Style.plain.bad("x") == "x")
  }

  @Test func progressIsReadable() {
    #expect(
      Progress.text(.milliseconds(12_700), 34_500_000) == "running for 12 s, 34 million steps")
  }

  @Test func thePromptWithoutATerminalIsPlain() throws {
    let outcome = try Program.run(
      ["repl"], input: "a = np.arange(3)\na\nif True:\n    1/0\n\na + 1\nfor i in a:\n    i")
    #expect(
      outcome.output
        == "array([0, 1, 2])\narray([1, 2, 3])\nnp.int64(0)\nnp.int64(1)\nnp.int64(2)\n")
    #expect(outcome.error.hasSuffix("ZeroDivisionError: division by zero\n"))
    #expect(outcome.status == 0)
  }
}
