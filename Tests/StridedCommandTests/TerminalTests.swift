// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import StridedCommand

/// The program on a terminal of its own.
private final class Dialogue {
  private let process: Process
  private let master: Int32
  private var buffer = ""

  init(_ arguments: [String], environment: [String: String]) throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    let name = try Self.otherEnd(of: master)
    let slave = open(name, O_RDWR | O_NOCTTY)
    try #require(slave >= 0)
    var size = winsize(ws_row: 24, ws_col: 70, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    process = try Program.process(arguments, environment: environment)
    let handle = FileHandle(fileDescriptor: slave, closeOnDealloc: true)
    process.standardInput = handle
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
  }

  /// The path of the terminal that a master drives.
  private static func otherEnd(of master: Int32) throws -> String {
    try #require(master >= 0)
    #if canImport(Darwin)
      try #require(grantpt(master) == 0 && unlockpt(master) == 0)
      return try #require(ptsname(master).map { String(cString: $0) })
    #else
      // What `unlockpt` and `ptsname` do, which Glibc's module hides.
      var (isLocked, number) = (Int32(0), Int32(0))
      try #require(ioctl(master, 0x4004_5431, &isLocked) == 0)
      try #require(ioctl(master, 0x8004_5430, &number) == 0)
      return "/dev/pts/\(number)"
    #endif
  }

  /// Sends text and waits until the program has shown `expected`; gives what came up to there since
  /// the last time.
  func send(_ text: String, awaiting expected: String) -> String {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
    while true {
      if let found = buffer.range(of: expected) {
        defer { buffer.removeSubrange(..<found.upperBound) }
        return String(buffer[..<found.upperBound])
      }
      var state = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&state, 1, 20_000) > 0 else { break }
      var piece = [UInt8](repeating: 0, count: 4096)
      let count = read(master, &piece, piece.count)
      guard count > 0 else { break }
      buffer += String(decoding: piece[..<count], as: UTF8.self)
    }
    return buffer
  }

  func status() -> Int32 {
    process.waitUntilExit()
    close(master)
    return process.terminationStatus
  }
}

@Suite struct TerminalTests {
  private static let ready = "\u{1B}[4C"

  @Test func talksAtAPrompt() throws {
    let folder = try TemporaryFolder()
    let history = folder.url.appendingPathComponent("history").path
    let dialogue = try Dialogue(
      [], environment: ["TERM": "xterm", "STRIDED_HISTORY": history])
    #expect(dialogue.send("", awaiting: Self.ready).contains("\u{1B}[36m>>> \u{1B}[0m"))
    // The name is completed, and the line edited.
    _ = dialogue.send("np.ara\t", awaiting: "np.arange")
    #expect(dialogue.send("(3\u{1B}[D1\u{1B}[C)\r", awaiting: "11, 12])").contains("array([ 0,"))
    // Keys count once the next prompt is there; before it the terminal takes Ctrl-C itself.
    _ = dialogue.send("", awaiting: Self.ready)
    #expect(
      dialogue.send("1/0\r", awaiting: "division by zero").contains("\u{1B}[31mZeroDivisionError"))
    _ = dialogue.send("", awaiting: Self.ready)
    #expect(dialogue.send("x = 5\u{3}", awaiting: "^C").contains("x = 5^C"))
    _ = dialogue.send("", awaiting: Self.ready)
    #expect(dialogue.send("x\r", awaiting: "NameError").contains("NameError"))
    _ = dialogue.send("", awaiting: Self.ready)
    #expect(dialogue.send("\u{4}", awaiting: "\u{1B}[?2004l").hasSuffix("\u{1B}[?2004l"))
    #expect(dialogue.status() == 0)
    #expect(History(path: history).lines == ["np.arange(13)", "1/0", "x"])
  }

  @Test func colourIsLeftOut() throws {
    let dialogue = try Dialogue(["repl"], environment: ["TERM": "xterm", "NO_COLOR": "1"])
    #expect(!dialogue.send("", awaiting: Self.ready).contains("\u{1B}[36m"))
    #expect(dialogue.send("\u{4}", awaiting: "\u{1B}[?2004l").contains("2004l"))
    #expect(dialogue.status() == 0)
  }

  @Test func aDumbTerminalGetsPlainLines() throws {
    let dialogue = try Dialogue(["repl"], environment: ["TERM": "dumb"])
    #expect(!dialogue.send("1 + 1\n", awaiting: "2\r\n").contains("\u{1B}"))
    #expect(!dialogue.send("exit\n", awaiting: "exit").contains("\u{1B}"))
    #expect(dialogue.status() == 0)
  }
}
