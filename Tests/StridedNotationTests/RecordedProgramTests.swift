// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import StridedNotation

/// Programs that were run in NumPy 2.4.6, with what it printed and the exception that ended them.
@Suite struct RecordedProgramTests {
  struct Record: Decodable {
    var program: String
    var stdout: String
    var fault: String
  }

  static func records() throws -> [Record] {
    let file = LessonTests.folder.deletingLastPathComponent()
      .appendingPathComponent("Recorded/programs.jsonl")
    let decoder = JSONDecoder()
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      try decoder.decode(Record.self, from: Data($0.utf8))
    }
  }

  @Test func printWhatNumPyPrints() throws {
    let records = try RecordedProgramTests.records()
    #expect(records.count > 200)
    for record in records {
      var printed = ""
      var fault = ""
      let interpreter = Interpreter { printed += $0 }
      do throws(NotationError) { try interpreter.run(record.program) } catch {
        fault = error.type.rawValue
      }
      #expect(printed == record.stdout, "\(record.program)")
      #expect(fault == record.fault, "\(record.program)")
    }
  }

  /// Being watched changes nothing, and the watcher is told of every write.
  @Test func everyWriteIsSeen() throws {
    for record in try RecordedProgramTests.records() {
      var printed = ""
      var unseen: [String] = []
      let interpreter = Interpreter { _ in }
      var watcher: Explainer?
      let explainer = Explainer(interpreter.machine) { unit in
        printed += unit.output
        unseen += watcher?.unseenChanges ?? []
      }
      watcher = explainer
      interpreter.machine.observer = explainer
      interpreter.machine.output = { explainer.print($0) }
      do throws(NotationError) { try interpreter.run(record.program) } catch {
        #expect(error.type.rawValue == record.fault, "\(record.program)")
      }
      explainer.finish()
      interpreter.machine.observer = nil
      #expect(printed == record.stdout, "\(record.program)")
      #expect(unseen == [], "\(record.program)")
    }
  }
}
