// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedMemory

/// One of several assignments that must not disturb each other.
struct Transfer {
  var place: AnyNDArray
  var source: AnyNDArray

  /// Above this many moves that may disturb each other, sources are copied instead of compared:
  /// comparing takes time by the square of the number.
  static let mostCompared = 64

  /// Returns the moves in an order in which none writes what a later one reads.
  ///
  /// Where they form a circle, the smallest source that breaks it is copied. Every place is a part
  /// of `target`, and no two places share an element.
  static func ordered(_ moves: [Transfer], _ target: AnyNDArray) throws(ArrayError) -> [Transfer] {
    guard moves.count > 1 else { return moves }
    var apart: [Transfer] = []
    var pending: [Transfer] = []
    for move in moves {
      if move.source.overlapAnswer(with: target, effort: .bounds) == .disjoint {
        apart.append(move)
      } else {
        pending.append(move)
      }
    }
    if pending.isEmpty { return moves }
    // Places of sources that lie elsewhere are written when everything has been read.
    var ordered: [Transfer] = []
    if pending.count > mostCompared {
      for i in pending.indices { pending[i].source = try pending[i].source.copiedAside() }
      return pending + apart
    }
    while !pending.isEmpty {
      if let next = pending.indices.first(where: { isHarmless($0, pending) }) {
        ordered.append(pending.remove(at: next))
        continue
      }
      // Each of these writes what another reads; copying one source opens the circle.
      var smallest = 0
      for i in pending.indices
      where pending[i].source.byteCount < pending[smallest].source.byteCount {
        smallest = i
      }
      var copied = pending.remove(at: smallest)
      copied.source = try copied.source.copiedAside()
      apart.append(copied)
    }
    return ordered + apart
  }

  /// Answers whoever asks about a write of these moves, all of which are made or none.
  static func announce(_ moves: [Transfer]) throws(ArrayError) {
    guard LedgerReport.isAsking else { return }
    for move in moves where try move.place.copyReason(assigning: move.source) != nil {
      try LedgerReport.copying(move.source.byteCount, .overlap, operation: "assign")
    }
  }

  /// Whether writing a move's place leaves what the others read as it is.
  private static func isHarmless(_ writer: Int, _ moves: [Transfer]) -> Bool {
    let place = moves[writer].place
    for i in moves.indices where i != writer {
      let effort = OverlapEffort.limited(work: 1000)
      if place.overlapAnswer(with: moves[i].source, effort: effort) != .disjoint { return false }
    }
    return true
  }
}
