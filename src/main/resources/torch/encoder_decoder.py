  # ---- encoder, batch and decoder of a transformer of two sides, included in a script's class ----
  #
  # Sizes in comments: rows, sources, tokens (of all sources, one after the other), width (of the model), heads,
  # depth, inner (heads x depth, the width between attention's layers), time, columns (target ids).
  #
  # Sources are in order of their length, and sources of one length are a group. Nothing is padded: layers see
  # all tokens at once, attention each group by itself. So a row's numbers do not depend on its neighbours. Rows
  # are in order of their source; the beams of a source share its keys and values.
  #
  # Linear layers, each [out, in], are kept in this order:
  #   encoder layer l: 4l qkv, 4l+1 attention out, 4l+2 ffn in, 4l+3 ffn out
  #   4E: cross keys and values of all decoder layers
  #   decoder layer l: 4E+1+6l qkv, +1 attention out, +2 cross query, +3 cross out, +4 ffn in, +5 ffn out
  #   4E+1+6D: the output
  # Norms: encoder layer l: 2l attention, 2l+1 ffn; decoder layer l: 2E+3l attention, +1 cross attention, +2 ffn;
  #   then those of the script.
  #
  # The script has methods of its own:
  #   enter(ids, places, side): [tokens] to [tokens, width]; side: 0 encoder, 1 decoder
  #   before(x, n), after(x, y, n): x before a block with norm n, and its sum with what the block gave
  #   feed_forward(x, i, n): the whole block of layers i and i + 1
  #   leave(x, side): what follows the last layer
  #   encoder_biases(times), decoder_bias(past, time): what is added to attention, see weigh
  #
  # A batch is a dictionary changed in place: cache, of each layer [rows, heads, 2, room, depth]; prompt [rows,
  # time] ids; sources [rows], the source of each row; plan, see keep_plan; keys [sources, heads, depth, time] and
  # values [sources, heads, time, depth], of layer l and group g at l x groups + g; and what the search keeps.
  width : int
  inner : int
  encoder_heads : int
  decoder_heads : int
  encoders : int
  decoders : int

  # The output layer. bias: [1, columns]; weight: float32 [columns, width], empty where the last embedding table is
  # this layer too, as it can be in all precisions but int8.
  def finish(self: __torch__.Script, weight: Tensor, bias: Tensor) -> NoneType:
    if torch.numel(weight) > 0:
      (self).add_linear(weight, torch.reshape(bias, [-1]))
    else:
      (self).add_linear_of_table(torch.len(self.tables) - 1, torch.reshape(bias, [-1]))
    return None

  # ---- encoder ----

  # ids, places in their source: [tokens]. Gives [tokens, width].
  def enter_source(self: __torch__.Script, ids: Tensor, places: Tensor) -> Tensor:
    return (self).enter(ids, places, 0)

  # Through `count` layers from layer `first`: [tokens, width] to [tokens, width]; sizes, times: sources and source
  # length of each group.
  def encode(self: __torch__.Script, x: Tensor, sizes: List[int], times: List[int], first: int, count: int) -> Tensor:
    biases = (self).encoder_biases(times)
    for i in range(count):
      l = first + i
      y = (self).self_attention((self).linear((self).before(x, 2 * l), 4 * l), sizes, times, biases)
      x = (self).after(x, (self).linear(y, 4 * l + 1), 2 * l)
      x = (self).feed_forward(x, 4 * l + 2, 2 * l + 1)
    return x

  # qkv: [tokens, 3 x inner]; biases: of each group, or none; gives [tokens, inner]
  def self_attention(self: __torch__.Script, qkv: Tensor, sizes: List[int], times: List[int], biases: List[Tensor]) -> Tensor:
    parts = annotate(List[Tensor], [])
    start = 0
    for g in range(torch.len(sizes)):
      end = start + sizes[g] * times[g]
      group = (self).split_heads(torch.slice(qkv, 0, start, end), sizes[g], times[g], self.encoder_heads)
      bias = torch.slice(biases, g, g + 1)
      weights = (self).weigh(torch.select(group, 0, 0), torch.transpose(torch.select(group, 0, 1), 2, 3), bias)
      y = torch.transpose(torch.matmul(weights, torch.select(group, 0, 2)), 1, 2)
      _0 = torch.append(parts, torch.reshape(y, [end - start, self.inner]))
      start = end
    return torch.cat(parts)

  # [rows x time, n x inner] to [n, rows, heads, time, depth], copied: of a single row a product would take a view and
  # of several a copy, and some kernels add those up in another order
  def split_heads(self: __torch__.Script, x: Tensor, rows: int, time: int, heads: int) -> Tensor:
    return torch.contiguous(torch.permute(torch.view(x, [rows, time, -1, heads, self.inner // heads]), [2, 0, 3, 1, 4]))

  # q: [rows, heads, queries, depth]; k: [rows, heads, depth, time]; bias: none or [heads, queries, time];
  # gives [rows, heads, queries, time]
  def weigh(self: __torch__.Script, q: Tensor, k: Tensor, bias: List[Tensor]) -> Tensor:
    scores = torch.matmul(q, k)
    if torch.len(bias) > 0:
      scores = torch.add_(scores, bias[0])
    else:
      pass
    return torch.softmax(scores, -1)

  # ---- a batch ----

  # x: from the last layer of the encoder; sizes, times: as for encode; prompt: [rows, time]; limits, columns,
  # suppressed, ends: as for keep_rules
  def start(self: __torch__.Script, x: Tensor, sizes: List[int], times: List[int], prompt: Tensor, limits: Tensor, columns: Tensor, suppressed: Tensor, ends: Tensor) -> Tuple[Dict[str, List[Tensor]], List[__torch__.torch.classes.quantized.LinearPackedParamsBase]]:
    batch = annotate(Dict[str, List[Tensor]], {})
    rows = torch.size(prompt, 0)
    (self).keep_source(batch, (self).linear((self).leave(x, 0), 4 * self.encoders), sizes, times)
    torch._set_item(batch, "prompt", [torch.clone(prompt)])
    torch._set_item(batch, "sources", [torch.arange(rows, dtype=4, layout=None, device=ops.prim.device(prompt))])
    (self).keep_plan(batch)
    cache = annotate(List[Tensor], [])
    for l in range(self.decoders):
      depth = self.inner // self.decoder_heads
      _0 = torch.append(cache, torch.zeros([rows, self.decoder_heads, 2, 16, depth], dtype=6, layout=None, device=ops.prim.device(prompt)))
    torch._set_item(batch, "cache", cache)
    (self).keep_rules(batch, limits, columns, torch.slice(columns, 0, 0, 0), suppressed, ends)
    output = annotate(List[__torch__.torch.classes.quantized.LinearPackedParamsBase], [])
    return (batch, output)

  # kv: [tokens, 2 x decoders x inner], key and value of each layer in turn
  def keep_source(self: __torch__.Script, batch: Dict[str, List[Tensor]], kv: Tensor, sizes: List[int], times: List[int]) -> NoneType:
    groups = annotate(List[Tensor], [])
    start = 0
    for g in range(torch.len(sizes)):
      end = start + sizes[g] * times[g]
      _0 = torch.append(groups, (self).split_heads(torch.slice(kv, 0, start, end), sizes[g], times[g], self.decoder_heads))
      start = end
    keys = annotate(List[Tensor], [])
    values = annotate(List[Tensor], [])
    for l in range(self.decoders):
      for g in range(torch.len(groups)):
        _1 = torch.append(keys, torch.contiguous(torch.transpose(torch.select(groups[g], 0, 2 * l), 2, 3)))
        _2 = torch.append(values, torch.contiguous(torch.select(groups[g], 0, 2 * l + 1)))
    torch._set_item(batch, "keys", keys)
    torch._set_item(batch, "values", values)
    return None

  # New row i continues old row parents[i]; empty: all rows go on. New rows are in order of sources again.
  def arrange(self: __torch__.Script, batch: Dict[str, List[Tensor]], parents: Tensor) -> NoneType:
    if torch.numel(parents) > 0:
      before = batch["sources"][0]
      (self).select_rows(batch["sources"], parents)
      (self).select_rules(batch, parents)
      (self).select_rows(batch["prompt"], parents)
      (self).select_rows(batch["cache"], parents)
      if torch.equal(before, batch["sources"][0]):
        pass
      else:
        (self).drop_sources(batch)
        (self).keep_plan(batch)
    else:
      pass
    return None

  # Sources without rows leave, and those that stay are numbered again.
  def drop_sources(self: __torch__.Script, batch: Dict[str, List[Tensor]]) -> NoneType:
    groups = torch.len(batch["keys"]) // self.decoders
    numbers, places = torch._unique(batch["sources"][0], True, True)
    start = 0
    for g in range(groups):
      end = start + torch.size(batch["keys"][g], 0)
      inside = torch.logical_and(torch.ge(numbers, start), torch.lt(numbers, end))
      kept = torch.sub(torch.masked_select(numbers, inside), start)
      if torch.size(kept, 0) < end - start:
        for l in range(self.decoders):
          i = l * groups + g
          _0 = torch._set_item(batch["keys"], i, torch.index_select(batch["keys"][i], 0, kept))
          _1 = torch._set_item(batch["values"], i, torch.index_select(batch["values"][i], 0, kept))
      else:
        pass
      start = end
    torch._set_item(batch, "sources", [places])
    return None

  # Runs of sources in one group with as many rows each: [runs, 4] of group, first source in the group, sources
  # and rows of each. Beam search keeps to one run a group.
  def keep_plan(self: __torch__.Script, batch: Dict[str, List[Tensor]]) -> NoneType:
    counts = torch.bincount(batch["sources"][0])
    plan = annotate(List[int], [])
    source = 0
    for g in range(torch.len(batch["keys"]) // self.decoders):
      for i in range(torch.size(batch["keys"][g], 0)):
        each = int(torch.select(counts, 0, source))
        last = torch.len(plan) - 4
        same = False
        if i > 0:
          same = plan[last + 3] == each
        else:
          pass
        if same:
          _0 = torch._set_item(plan, last + 2, plan[last + 2] + 1)
        else:
          torch.extend(plan, [g, i, 1, each])
        source = source + 1
    torch._set_item(batch, "plan", [torch.tensor(plan, dtype=4)])
    return None

  # ---- decoder ----

  # tokens: [rows], the last ids, or empty, when the prompt is read. Gives the last ids' [rows, width] and the
  # last layer's cross attention, as cross_attention does.
  def decode(self: __torch__.Script, batch: Dict[str, List[Tensor]], tokens: Tensor, position: int) -> Tuple[Tensor, List[Tensor]]:
    prompt = batch["prompt"][0]
    ids = prompt
    past = 0
    if torch.numel(tokens) > 0:
      ids = torch.unsqueeze(tokens, 1)
      past = torch.size(prompt, 1) + position - 1
    else:
      pass
    rows = torch.size(ids, 0)
    time = torch.size(ids, 1)
    places = torch.repeat(torch.arange(past, past + time, dtype=4, layout=None, device=ops.prim.device(ids)), [rows])
    x = (self).enter(torch.reshape(ids, [-1]), places, 1)
    plan = (self).read_plan(batch)
    attention = annotate(List[Tensor], [])
    (self).make_room(batch["cache"], past + time)
    bias = (self).decoder_bias(past, time)
    for l in range(self.decoders):
      i = 4 * self.encoders + 1 + 6 * l
      n = 2 * self.encoders + 3 * l
      y = (self).cached_attention((self).linear((self).before(x, n), i), batch["cache"][l], past, time, bias)
      x = (self).after(x, (self).linear(y, i + 1), n)
      y, attention = (self).cross_attention(batch, plan, (self).linear((self).before(x, n + 1), i + 2), l, time)
      x = (self).after(x, (self).linear(y, i + 3), n + 1)
      x = (self).feed_forward(x, i + 4, n + 2)
    return ((self).leave(torch.select(torch.view(x, [rows, time, self.width]), 1, -1), 1), attention)

  def read_plan(self: __torch__.Script, batch: Dict[str, List[Tensor]]) -> List[int]:
    plan = annotate(List[int], [])
    for i in range(torch.size(batch["plan"][0], 0)):
      _0 = torch.append(plan, int(torch.select(batch["plan"][0], 0, i)))
    return plan

  def make_room(self: __torch__.Script, cache: List[Tensor], time: int) -> NoneType:
    short = time - torch.size(cache[0], 3)
    if short > 0:
      for l in range(torch.len(cache)):
        _0 = torch._set_item(cache, l, torch.constant_pad_nd(cache[l], [0, 0, 0, (short + 15) // 16 * 16]))
    else:
      pass
    return None

  # qkv: [rows x time, 3 x inner] of the ids after `past`; bias: none or [heads, time, past + time]; gives [rows x time, inner]
  def cached_attention(self: __torch__.Script, qkv: Tensor, cache: Tensor, past: int, time: int, bias: List[Tensor]) -> Tensor:
    rows = torch.size(cache, 0)
    heads = self.decoder_heads
    y = torch.permute(torch.view(qkv, [rows, time, 3, heads, self.inner // heads]), [0, 3, 2, 1, 4])
    _0 = torch.copy_(torch.slice(cache, 3, past, past + time), torch.slice(y, 2, 1, 3))
    kv = torch.slice(cache, 3, 0, past + time)
    if time > 1:
      after = torch.triu(torch.full([time, past + time], -inf, dtype=6, layout=None, device=ops.prim.device(qkv)), past + 1)
      bias = [(self).sum(after, bias)]
    else:
      pass
    weights = (self).weigh(torch.select(y, 2, 0), torch.transpose(torch.select(kv, 2, 0), 2, 3), bias)
    z = torch.matmul(weights, torch.select(kv, 2, 1))
    return torch.reshape(torch.transpose(z, 1, 2), [rows * time, self.inner])

  def sum(self: __torch__.Script, mask: Tensor, bias: List[Tensor]) -> Tensor:
    if torch.len(bias) > 0:
      return torch.add(mask, bias[0])
    else:
      return mask

  # q: [rows x time, inner]. Gives [rows x time, inner], and of each run of the plan
  # [sources, heads, rows of a source x time, source time].
  def cross_attention(self: __torch__.Script, batch: Dict[str, List[Tensor]], plan: List[int], q: Tensor, l: int, time: int) -> Tuple[Tensor, List[Tensor]]:
    heads = self.decoder_heads
    groups = torch.len(batch["keys"]) // self.decoders
    parts = annotate(List[Tensor], [])
    attention = annotate(List[Tensor], [])
    start = 0
    for r in range(torch.len(plan) // 4):
      first = plan[4 * r + 1]
      last = first + plan[4 * r + 2]
      each = plan[4 * r + 3] * time
      end = start + (last - first) * each
      i = l * groups + plan[4 * r]
      part = torch.contiguous(torch.transpose(torch.view(torch.slice(q, 0, start, end), [last - first, each, heads, self.inner // heads]), 1, 2))
      weights = (self).weigh(part, torch.slice(batch["keys"][i], 0, first, last), annotate(List[Tensor], []))
      y = torch.matmul(weights, torch.slice(batch["values"][i], 0, first, last))
      _0 = torch.append(attention, weights)
      _1 = torch.append(parts, torch.reshape(torch.transpose(y, 1, 2), [end - start, self.inner]))
      start = end
    return (torch.cat(parts), attention)

  # of each run, to [rows, heads, 1, source time] of the last ids
  def by_row(self: __torch__.Script, batch: Dict[str, List[Tensor]], attention: List[Tensor]) -> List[Tensor]:
    plan = (self).read_plan(batch)
    parts = annotate(List[Tensor], [])
    for r in range(torch.len(attention)):
      rows = plan[4 * r + 2] * plan[4 * r + 3]
      time = torch.size(attention[r], 2) // plan[4 * r + 3]
      weights = torch.reshape(torch.transpose(attention[r], 1, 2), [rows, time, self.decoder_heads, -1])
      _0 = torch.append(parts, torch.unsqueeze(torch.select(weights, 1, -1), 2))
    return parts

  # [rows, width] to [rows, columns]
  def logits(self: __torch__.Script, batch: Dict[str, List[Tensor]], output: List[__torch__.torch.classes.quantized.LinearPackedParamsBase], x: Tensor) -> Tensor:
    return (self).linear(x, 4 * self.encoders + 1 + 6 * self.decoders)
