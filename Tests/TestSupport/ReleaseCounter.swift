// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Counts, from any thread, how often something was released.
public final class ReleaseCounter: Sendable {
  private let count = Atomic(0)

  public init() {}

  public var value: Int { count.load(ordering: .relaxed) }

  public func add() { count.add(1, ordering: .relaxed) }
}
