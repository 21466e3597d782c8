// SPDX-License-Identifier: Apache-2.0

import Foundation

/// One of the streams that the program writes to.
///
/// Text is collected and written in large pieces, on a terminal line by line. Whoever reads the
/// stream may leave: then the program ends without a word, as if the signal of a closed pipe had
/// ended it.
final class Output {
  // The program writes from one thread.
  nonisolated(unsafe) static let standard = Output(1)
  nonisolated(unsafe) static let error = Output(2)

  /// Whether the stream is a terminal.
  let isTerminal: Bool
  /// How text is marked.
  let style: Style
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private static let bufferSize = 1 << 16

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
    isTerminal = isatty(descriptor) == 1
    style = Style(isOn: isTerminal && Style.isWanted(ProcessInfo.processInfo.environment))
  }

  /// The number of columns of the terminal, 80 elsewhere.
  var columns: Int {
    var size = winsize()
    guard isTerminal, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return 80
    }
    return Int(size.ws_col)
  }

  func write(_ text: String) {
    buffer += text.utf8
    if isTerminal || descriptor == 2 || buffer.count >= Self.bufferSize { flush() }
  }

  func write(line text: String) { write(text + "\n") }

  /// Writes what was collected.
  func flush() {
    // What was written first comes first, where both streams lead to one place.
    if descriptor == 2 { Output.standard.flush() }
    var start = 0
    while start < buffer.count {
      let count = buffer[start...].withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress, $0.count)
      }
      if count >= 0 {
        start += count
      } else if errno == EPIPE {
        Foundation.exit(ExitStatus.closedPipe)
      } else if errno != EINTR, errno != EAGAIN {
        let reason = String(cString: strerror(errno))
        if descriptor != 2 {
          Output.error.write(line: "strided: can't write the output: \(reason)")
        }
        Foundation.exit(ExitStatus.noOutput)
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }
}

/// The statuses that the program ends with, besides 0 for success and 64 for a wrong command line.
enum ExitStatus {
  /// The program in NumPy's notation, or the array asked for, was at fault.
  static let failure: Int32 = 1
  /// A file could not be read.
  static let noInput: Int32 = 66
  /// The output could not be written.
  static let noOutput: Int32 = 74
  /// Whoever read the output left; what a shell reports for programs that the signal ends.
  static let closedPipe: Int32 = 141

  /// What `--help` says of them.
  static let help = """
    Exit status: 0 if all went well, 1 if a program or an array was at fault, 64 for a wrong command \
    line, 66 for a file that can't be read, 141 if the reader of the output left.
    """
}
