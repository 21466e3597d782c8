// SPDX-License-Identifier: Apache-2.0

/// What a value can be assigned to.
package enum Target {
  case name(NameExpression)
  case attribute(AttributeExpression)
  case entry(SubscriptExpression)
  /// Several targets, of which the one at `starred` takes what the others leave.
  indirect case several([Target], starred: Int?, Span)

  package var span: Span {
    switch self {
    case .name(let name): name.span
    case .attribute(let attribute): attribute.span
    case .entry(let entry): entry.span
    case .several(_, _, let span): span
    }
  }

  func assign(_ value: Value, _ frame: Frame) throws(Fault) {
    switch self {
    case .name(let name): name.assign(value, frame)
    case .attribute(let attribute):
      let object = try attribute.value.evaluate(frame)
      do throws(Fault) {
        try frame.machine.setAttribute(attribute.name, of: object, to: value)
      } catch { throw error.at(span, in: frame) }
    case .entry(let entry):
      let object = try entry.value.evaluate(frame)
      let index = try entry.index.evaluate(frame)
      do throws(Fault) {
        try frame.machine.setEntry(at: index, of: object, to: value)
      } catch { throw error.at(span, in: frame) }
    case .several(let targets, let starred, let span):
      let items: [Value]
      do throws(Fault) {
        items = try unpacked(value, targets.count, hasStar: starred != nil, frame)
      } catch { throw error.at(span, in: frame) }
      let surplus = items.count - targets.count
      for (i, target) in targets.enumerated() {
        guard let starred, i >= starred else {
          try target.assign(items[i], frame)
          continue
        }
        if i == starred {
          try target.assign(.list(Array(items[i...(i + surplus)])), frame)
        } else {
          try target.assign(items[i + surplus], frame)
        }
      }
    }
  }

  private func unpacked(
    _ value: Value, _ count: Int, hasStar: Bool, _ frame: Frame
  ) throws(Fault) -> [Value] {
    let iterator: IteratorObject
    do throws(Fault) { iterator = try frame.machine.iterator(over: value) } catch {
      if error.exception.type == .typeError, error.exception.message.contains("0-d") {
        throw error
      }
      throw Fault(.typeError, "cannot unpack non-iterable \(value.typeName) object")
    }
    var items: [Value] = []
    while hasStar || items.count <= count, let item = try iterator.next(frame.machine) {
      try frame.machine.step()
      items.append(item)
    }
    if hasStar {
      guard items.count >= count - 1 else {
        throw Fault(
          .valueError,
          "not enough values to unpack (expected at least \(count - 1), got \(items.count))")
      }
    } else if items.count < count {
      throw Fault(
        .valueError, "not enough values to unpack (expected \(count), got \(items.count))")
    } else if items.count > count {
      throw Fault(.valueError, "too many values to unpack (expected \(count))")
    }
    return items
  }

  func remove(_ frame: Frame) throws(Fault) {
    switch self {
    case .name(let name): try name.remove(frame)
    case .attribute(let attribute):
      _ = try attribute.value.evaluate(frame)
      throw Fault(.attributeError, "attribute '\(attribute.name)' can't be deleted")
        .at(span, in: frame)
    case .entry(let entry):
      let object = try entry.value.evaluate(frame)
      let index = try entry.index.evaluate(frame)
      do throws(Fault) { try frame.machine.removeEntry(at: index, of: object) } catch {
        throw error.at(span, in: frame)
      }
    case .several(let targets, _, _): for target in targets { try target.remove(frame) }
    }
  }

  /// The names that an assignment to the target binds.
  package var names: [NameExpression] {
    switch self {
    case .name(let name): [name]
    case .several(let targets, _, _): targets.flatMap(\.names)
    case .attribute, .entry: []
    }
  }
}
