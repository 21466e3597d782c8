// SPDX-License-Identifier: Apache-2.0

extension Registry {
  /// The methods of lists and tuples.
  func addListMethods() {
    func list(_ c: Call) throws(Fault) -> ListObject {
      guard case .list(let list) = c["self"] else { throw Fault(.typeError, "no list") }
      return list
    }
    method(.list, "append(self, object, /)") { (c) throws(Fault) in
      try c.machine.step()
      try list(c).items.append(c["object"])
      return .none
    }
    method(.list, "extend(self, iterable, /)") { (c) throws(Fault) in
      let items = try c.machine.items(of: c["iterable"])
      try list(c).items += items
      return .none
    }
    method(.list, "insert(self, index, object, /)") { (c) throws(Fault) in
      let (list, index) = (try list(c), try c.int("index"))
      try c.machine.charge(items: list.items.count / 16 + 1)
      let place = index < 0 ? max(0, index + list.items.count) : min(index, list.items.count)
      list.items.insert(c["object"], at: place)
      return .none
    }
    method(.list, "pop(self, index=-1, /)") { (c) throws(Fault) in
      let list = try list(c)
      guard !list.items.isEmpty else { throw Fault(.indexError, "pop from empty list") }
      let place = try c.machine.position(c["index"], list.items.count, "pop")
      return list.items.remove(at: place)
    }
    method(.list, "remove(self, value, /)") { (c) throws(Fault) in
      let list = try list(c)
      for (i, item) in list.items.enumerated() {
        try c.machine.step()
        guard try isEqual(item, c["value"], c.machine), i < list.items.count else { continue }
        list.items.remove(at: i)
        return .none
      }
      throw Fault(.valueError, "list.remove(x): x not in list")
    }
    method(.list, "clear(self, /)") { (c) throws(Fault) in
      try list(c).items = []
      return .none
    }
    method(.list, "copy(self, /)") { (c) throws(Fault) in
      .list(try c.machine.items(of: c["self"]))
    }
    method(.list, "reverse(self, /)") { (c) throws(Fault) in
      try list(c).items.reverse()
      return .none
    }
    method(.list, "sort(self, /, *, key=None, reverse=False)") { (c) throws(Fault) in
      let list = try list(c)
      list.items = try Sorting.sorted(
        list.items, key: c["key"], isReversed: try c.flag("reverse"), c.machine)
      return .none
    }
    for kind in [Methods.list, .tuple] {
      method(kind, "index(self, value, start=0, /)") { (c) throws(Fault) in
        let start = try c.int("start")
        for (i, item) in try c.machine.items(of: c["self"]).enumerated() where i >= start {
          if try isEqual(item, c["value"], c.machine) { return .int(i) }
        }
        throw Fault(.valueError, "\(c.machine.repr(c["value"])) is not in \(c["self"].typeName)")
      }
      method(kind, "count(self, value, /)") { (c) throws(Fault) in
        var count = 0
        for item in try c.machine.items(of: c["self"])
        where try isEqual(item, c["value"], c.machine) { count += 1 }
        return .int(count)
      }
    }
  }

  /// The methods of dicts.
  func addDictMethods() {
    func dict(_ c: Call) throws(Fault) -> DictObject {
      guard case .dict(let dict) = c["self"] else { throw Fault(.typeError, "no dict") }
      return dict
    }
    method(.dict, "keys(self, /)") { (c) throws(Fault) in
      .list(try dict(c).entries.map(\.key))
    }
    method(.dict, "values(self, /)") { (c) throws(Fault) in
      .list(try dict(c).entries.map(\.value))
    }
    method(.dict, "items(self, /)") { (c) throws(Fault) in
      .list(try dict(c).entries.map { .tuple([$0.key, $0.value]) })
    }
    method(.dict, "get(self, key, default=None, /)") { (c) throws(Fault) in
      try dict(c).value(for: try DictKey(c["key"])) ?? c["default"]
    }
    method(.dict, "setdefault(self, key, default=None, /)") { (c) throws(Fault) in
      let (dict, key) = (try dict(c), try DictKey(c["key"]))
      if let value = dict.value(for: key) { return value }
      dict.set(c["default"], for: key)
      return c["default"]
    }
    method(.dict, "pop(self, key, default=<>, /)") { (c) throws(Fault) in
      if let value = try dict(c).removeValue(for: try DictKey(c["key"])) { return value }
      guard c.isGiven("default") else {
        throw Fault(ExceptionObject(.keyError, arguments: [c["key"]]))
      }
      return c["default"]
    }
    method(.dict, "update(self, other=None, /, **kwargs)") { (c) throws(Fault) in
      for part in [c["other"], c["kwargs"]] {
        guard case .dict(let other) = part else { continue }
        for entry in other.entries {
          try c.machine.step()
          try dict(c).set(entry.value, for: try DictKey(entry.key))
        }
      }
      return .none
    }
    method(.dict, "clear(self, /)") { (c) throws(Fault) in
      try dict(c).removeAll()
      return .none
    }
    method(.dict, "copy(self, /)") { (c) throws(Fault) in
      let copy = DictObject()
      for entry in try dict(c).entries { copy.set(entry.value, for: try DictKey(entry.key)) }
      return .dict(copy)
    }
  }
}

/// Whether an item is or equals a value.
private func isEqual(_ a: Value, _ b: Value, _ machine: Machine) throws(Fault) -> Bool {
  if a.isSame(as: b) { return true }
  return try machine.truth(of: try machine.compare(.equal, a, b))
}
