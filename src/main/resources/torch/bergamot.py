# Bergamot student models: a post-norm transformer encoder and an SSRU decoder.
#
# Sizes in comments: rows, tokens (of all sources, one after the other), width (of the model), heads,
# depth (width / heads), columns (target ids that may be chosen: the batch's shortlist, or all).
#
# Rows are in order of their source's length, and rows of one length are a group. Nothing is padded:
# layers see all tokens at once, attention each group by itself. So a row's numbers do not depend on its
# neighbours, not even in the last bit, where a sum over padding would round otherwise.
#
# Linear layers, each [out, in], are kept in this order:
#   encoder layer l: 4l qkv, 4l+1 attention out, 4l+2 ffn in, 4l+3 ffn out
#   4E: cross keys and values of all decoder layers
#   decoder layer l: 4E+1+5l forget gate and input, +1 query, +2 attention out, +3 ffn in, +4 ffn out
# int8: 0 becomes `zero`, 128 where the processor adds products in 32 bits (VNNI). Else the products of two inputs are
# added in sixteen bits, with saturation, and inputs take seven bits: zero is 64 and a scale twice the file's. Inputs
# are clamped to what that reaches, as eight bits clamp by themselves (0.1 BLEU), but for what comes out of a relu: it
# was never seen to go so far, is six times as wide, and took a tenth of a batch's time.
# Norms, scale and bias each: encoder layer l: 2l attention, 2l+1 ffn;
#   decoder layer l: 2E+3l rnn, +1 attention, +2 ffn
#
# A batch is a dictionary changed in place: cells (one a layer) and sources (the number of a row's source), by row;
# keys and values [rows x heads, depth, time] and [rows x heads, time, depth], of layer l and group g at l x groups + g;
# of the batch: output (fp32 weights); prompt, none or ids [rows, time] that targets begin with; and what the
# search keeps.
class Bergamot(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  heads : int
  width : int
  encoders : int
  decoders : int
  integer : bool
  zero : int
  target : int
  output_scale : float
  packed : List[__torch__.torch.classes.quantized.LinearPackedParamsBase]
  weights : List[Tensor]
  biases : List[Tensor]
  scales : List[float]
  norms : List[Tensor]
  embeddings : List[Tensor]
  steps : List[float]
  output_bias : List[Tensor]
  whole : List[__torch__.torch.classes.quantized.LinearPackedParamsBase]
  positions : List[Tensor]

  # ---- loading: tensors that come in borrow their memory, so what is kept is a copy ----

  # weight: int8 [out, in]; steps: float64 [out], the value of one unit of a weight; bias: [out]
  # scale: the value of one unit of the input; 0 where the file has none
  def add_linear(self: __torch__.Bergamot, weight: Tensor, steps: Tensor, bias: Tensor, scale: float) -> NoneType:
    _0 = torch.append(self.scales, scale)
    kept = torch.clone(bias)
    _1 = torch.append(self.biases, kept)
    if self.integer:
      fixed = annotate(Optional[Tensor], None)
      if scale > 0.:
        fixed = kept
      else:
        pass
      _2 = torch.append(self.packed, (self).pack(weight, steps, fixed))
    else:
      _3 = torch.append(self.weights, torch.mul(torch.to(weight, 6), torch.unsqueeze(torch.to(steps, 6), 1)))
    return None

  def pack(self: __torch__.Bergamot, weight: Tensor, steps: Tensor, bias: Optional[Tensor]) -> __torch__.torch.classes.quantized.LinearPackedParamsBase:
    zeros = torch.zeros_like(steps, dtype=4)
    return ops.quantized.linear_prepack(torch._make_per_channel_quantized_tensor(weight, steps, zeros, 0), bias)

  def add_norm(self: __torch__.Bergamot, scale: Tensor, bias: Tensor) -> NoneType:
    _0 = torch.append(self.norms, torch.clone(scale))
    _1 = torch.append(self.norms, torch.clone(bias))
    return None

  # weight: int8 [vocabulary, width]; step: the value of one unit. The last one added is the output layer's.
  def add_embedding(self: __torch__.Bergamot, weight: Tensor, step: float) -> NoneType:
    _0 = torch.append(self.steps, step)
    if self.integer:
      _1 = torch.append(self.embeddings, torch.clone(weight))
    else:
      _2 = torch.append(self.embeddings, torch.mul(torch.to(weight, 6), step))
    return None

  # pack_whole: without a shortlist the int8 output layer is packed once, with one for each batch
  def finish(self: __torch__.Bergamot, output_bias: Tensor, longest: int, pack_whole: bool) -> NoneType:
    _0 = torch.append(self.output_bias, torch.clone(output_bias))
    _1 = torch.append(self.positions, (self).sinusoids(longest))
    if pack_whole and self.integer:
      _2 = torch.append(self.whole, (self).pack_output(self.embeddings[-1], self.output_bias[0]))
    else:
      pass
    return None

  # [longest, width]: sines in the first half, cosines in the second
  def sinusoids(self: __torch__.Bergamot, longest: int) -> Tensor:
    half = self.width // 2
    rate = torch.div(torch.log(10000.), float(half - 1))
    cpu = torch.device("cpu")
    rates = torch.exp(torch.mul(torch.arange(half, dtype=6, layout=None, device=cpu), torch.neg(rate)))
    angles = torch.mul(torch.unsqueeze(torch.arange(longest, dtype=6, layout=None, device=cpu), 1), torch.unsqueeze(rates, 0))
    return torch.cat([torch.sin(angles), torch.cos(angles)], 1)

  # weight: int8 [columns, width], bias: [columns]
  def pack_output(self: __torch__.Bergamot, weight: Tensor, bias: Tensor) -> __torch__.torch.classes.quantized.LinearPackedParamsBase:
    fixed = annotate(Optional[Tensor], None)
    if self.output_scale > 0.:
      fixed = bias
    else:
      pass
    return ops.quantized.linear_prepack(torch._make_per_tensor_quantized_tensor(weight, self.steps[-1], 0), fixed)

  # ---- layers ----

  # [rows, in] to [rows, out]
  def linear(self: __torch__.Bergamot, x: Tensor, i: int) -> Tensor:
    if self.integer:
      return (self).multiply(x, self.packed[i], self.scales[i], self.biases[i], self.zero)
    else:
      return torch.linear(x, self.weights[i], self.biases[i])

  # Linear, relu, linear: [rows, width] to [rows, width]. What comes out of a relu is never negative and has
  # a long tail: its eight bits all go above zero, twice as far as the file's scale was meant to reach.
  def relu_between(self: __torch__.Bergamot, x: Tensor, i: int) -> Tensor:
    inner = (self).relu_linear(x, i)
    if self.integer:
      return (self).multiply(inner, self.packed[i + 1], self.scales[i + 1], self.biases[i + 1], 0)
    else:
      return (self).linear(inner, i + 1)

  def relu_linear(self: __torch__.Bergamot, x: Tensor, i: int) -> Tensor:
    fused = False
    if self.integer:
      fused = self.scales[i] > 0.
    else:
      pass
    if fused:
      return ops.quantized.linear_with_input_q_dq_qweight_dq_relu_output_fp32((self).reach(x, self.scales[i]), self.scales[i], self.zero, self.packed[i])
    else:
      return torch.relu((self).linear(x, i))

  # int8: an input value is rounded to a multiple of scale; zero is what 0 becomes, self.zero or 0.
  # bias is in the packed weights where the scale is fixed; else each row is given its own scale.
  def multiply(self: __torch__.Bergamot, x: Tensor, packed: __torch__.torch.classes.quantized.LinearPackedParamsBase, scale: float, bias: Tensor, zero: int) -> Tensor:
    if scale > 0.:
      if zero > 0:
        x = (self).reach(x, scale)
      else:
        pass
      return ops.quantized.linear_with_input_q_dq_qweight_dq_output_fp32(x, scale, zero, packed)
    else:
      largest = torch.clamp(torch.amax(torch.abs(x), [-1], True), 1e-30)
      y = ops.quantized.linear_with_input_q_dq_qweight_dq_output_fp32(torch.div(x, largest), 1. / float(self.zero - 1), self.zero, packed)
      return torch.add(torch.mul(y, largest), bias)

  def reach(self: __torch__.Bergamot, x: Tensor, scale: float) -> Tensor:
    if self.zero == 64:
      return torch.clamp(x, -64. * scale, 63. * scale)
    else:
      return x

  def norm(self: __torch__.Bergamot, x: Tensor, i: int) -> Tensor:
    return torch.layer_norm(x, [self.width], self.norms[2 * i], self.norms[2 * i + 1], 1e-6)

  def feed_forward(self: __torch__.Bergamot, x: Tensor, i: int, n: int) -> Tensor:
    return (self).norm(torch.add_((self).relu_between(x, i), x), n)

  # ids: [n], places: [n, width] or [width]; gives places and embeddings times the root of the width, [n, width]
  def embed(self: __torch__.Bergamot, ids: Tensor, side: int, places: Tensor) -> Tensor:
    rows = torch.embedding(self.embeddings[side], ids)
    unit = torch.sqrt(self.width)
    if self.integer:
      rows = torch.to(rows, 6)
      unit = unit * self.steps[side]
    else:
      pass
    return torch.add(places, rows, alpha=unit)

  # ---- encoder ----

  # ids, places in their source: [tokens]. Gives [tokens, width].
  def enter_source(self: __torch__.Bergamot, ids: Tensor, places: Tensor) -> Tensor:
    return (self).embed(ids, 0, torch.index_select(self.positions[0], 0, places))

  # Through `count` layers from layer `first`: [tokens, width] to [tokens, width]; sizes, times: rows and source
  # length of each group.
  def encode(self: __torch__.Bergamot, x: Tensor, sizes: List[int], times: List[int], first: int, count: int) -> Tensor:
    for i in range(count):
      l = first + i
      y = (self).self_attention((self).linear(x, 4 * l), sizes, times)
      x = (self).norm(torch.add_((self).linear(y, 4 * l + 1), x), 2 * l)
      x = (self).feed_forward(x, 4 * l + 2, 2 * l + 1)
    return x

  # qkv: [tokens, 3 x width]; gives [tokens, width]
  def self_attention(self: __torch__.Bergamot, qkv: Tensor, sizes: List[int], times: List[int]) -> Tensor:
    parts = annotate(List[Tensor], [])
    start = 0
    for g in range(torch.len(sizes)):
      end = start + sizes[g] * times[g]
      q, k, v = torch.unbind((self).split_heads(torch.slice(qkv, 0, start, end), sizes[g], times[g]))
      y = torch.bmm((self).weigh(q, torch.transpose(k, 1, 2)), v)
      heads = torch.view(y, [sizes[g], self.heads, times[g], -1])
      _0 = torch.append(parts, torch.reshape(torch.transpose(heads, 1, 2), [end - start, self.width]))
      start = end
    return (self).join(parts)

  # To copy a single part takes as long as a layer's norm.
  def join(self: __torch__.Bergamot, parts: List[Tensor]) -> Tensor:
    if torch.len(parts) == 1:
      return parts[0]
    else:
      return torch.cat(parts)

  # [rows x time, n x width] of a group to [n, rows x heads, time, depth]
  def split_heads(self: __torch__.Bergamot, x: Tensor, rows: int, time: int) -> Tensor:
    y = torch.view(x, [rows, time, -1, self.heads, self.width // self.heads])
    return torch.reshape(torch.permute(y, [2, 0, 3, 1, 4]), [-1, rows * self.heads, time, self.width // self.heads])

  # q: [rows x heads, queries, depth]; k: [rows x heads, depth, time]; gives [rows x heads, queries, time].
  # The root of the depth is already divided out of the weights of q.
  def weigh(self: __torch__.Bergamot, q: Tensor, k: Tensor) -> Tensor:
    return torch.softmax(torch.bmm(q, k), -1)

  # ---- a batch ----

  # x: from the last layer of the encoder; sizes, times: as for encode; prompt: [rows, time]; limits: [rows]; columns: [columns] or empty;
  # own: [rows x most] columns each row may choose, in order, then the number of columns where it has fewer; empty when
  # that is every column; suppressed: columns never chosen; ends: ids that end a row
  def start(self: __torch__.Bergamot, x: Tensor, sizes: List[int], times: List[int], prompt: Tensor, limits: Tensor, columns: Tensor, own: Tensor, suppressed: Tensor, ends: Tensor) -> Tuple[Dict[str, List[Tensor]], List[__torch__.torch.classes.quantized.LinearPackedParamsBase]]:
    batch = annotate(Dict[str, List[Tensor]], {})
    rows = torch.size(limits, 0)
    (self).keep_source(batch, (self).linear(x, 4 * self.encoders), sizes, times)
    cells = annotate(List[Tensor], [])
    for l in range(self.decoders):
      _0 = torch.append(cells, torch.zeros([rows, self.width], dtype=6, layout=None, device=torch.device("cpu")))
    torch._set_item(batch, "cells", cells)
    torch._set_item(batch, "sources", [torch.arange(rows, dtype=4, layout=None, device=torch.device("cpu"))])
    prompts = annotate(List[Tensor], [])
    if torch.numel(prompt) > 0:
      _1 = torch.append(prompts, torch.clone(prompt))
    else:
      pass
    torch._set_item(batch, "prompt", prompts)
    if torch.numel(own) > 0:
      columns = torch.cat([columns, torch.slice(columns, 0, 0, 1)])
      own = torch.view(own, [rows, -1])
    else:
      pass
    output = (self).choose_columns(batch, columns, torch.numel(own) > 0)
    (self).keep_rules(batch, limits, columns, own, suppressed, ends)
    return (batch, output)

  # kv: [tokens, 2 x decoders x width], key and value of each layer in turn
  def keep_source(self: __torch__.Bergamot, batch: Dict[str, List[Tensor]], kv: Tensor, sizes: List[int], times: List[int]) -> NoneType:
    groups = annotate(List[Tensor], [])
    start = 0
    for g in range(torch.len(sizes)):
      end = start + sizes[g] * times[g]
      _0 = torch.append(groups, (self).split_heads(torch.slice(kv, 0, start, end), sizes[g], times[g]))
      start = end
    keys = annotate(List[Tensor], [])
    values = annotate(List[Tensor], [])
    for l in range(self.decoders):
      for g in range(torch.len(groups)):
        _1 = torch.append(keys, torch.contiguous(torch.transpose(torch.select(groups[g], 0, 2 * l), 1, 2)))
        _2 = torch.append(values, torch.contiguous(torch.select(groups[g], 0, 2 * l + 1)))
    torch._set_item(batch, "keys", keys)
    torch._set_item(batch, "values", values)
    return None

  # closed: the last column is nobody's, with a score of -inf
  def choose_columns(self: __torch__.Bergamot, batch: Dict[str, List[Tensor]], columns: Tensor, closed: bool) -> List[__torch__.torch.classes.quantized.LinearPackedParamsBase]:
    weight = self.embeddings[-1]
    bias = self.output_bias[0]
    packed = annotate(List[__torch__.torch.classes.quantized.LinearPackedParamsBase], [])
    if torch.len(self.whole) > 0:
      packed = [self.whole[0]]
    else:
      pass
    if torch.numel(columns) > 0:
      weight = torch.index_select(weight, 0, columns)
      bias = torch.index_select(bias, 0, columns)
      if closed:
        _0 = torch.fill_(torch.slice(bias, 0, -1), -inf)
      else:
        pass
      if self.integer:
        packed = [(self).pack_output(weight, bias)]
      else:
        pass
    else:
      pass
    torch._set_item(batch, "output", [weight, bias])
    return packed

  # New row i continues old row parents[i]; empty: all rows go on. New rows are in order of groups again. Beams that
  # change places within their source keep what hangs on the source alone, which is most.
  def arrange(self: __torch__.Bergamot, batch: Dict[str, List[Tensor]], parents: Tensor) -> NoneType:
    if torch.numel(parents) > 0:
      before = batch["sources"][0]
      (self).select_rows(batch["cells"], parents)
      (self).select_rows(batch["sources"], parents)
      if torch.equal(before, batch["sources"][0]):
        pass
      else:
        (self).select_rules(batch, parents)
        (self).select_rows(batch["prompt"], parents)
        (self).arrange_groups(batch["keys"], batch["values"], parents)
    else:
      pass
    return None

  # A group of which every row goes on once is left as it is.
  def arrange_groups(self: __torch__.Bergamot, keys: List[Tensor], values: List[Tensor], parents: Tensor) -> NoneType:
    groups = torch.len(keys) // self.decoders
    start = 0
    for g in range(groups):
      rows = torch.size(keys[g], 0) // self.heads
      end = start + rows
      inside = torch.logical_and(torch.ge(parents, start), torch.lt(parents, end))
      places = torch.sub(torch.masked_select(parents, inside), start)
      if torch.equal(places, torch.arange(rows, dtype=4, layout=None, device=torch.device("cpu"))):
        pass
      else:
        for l in range(self.decoders):
          i = l * groups + g
          _0 = torch._set_item(keys, i, (self).choose(keys[i], rows, places))
          _1 = torch._set_item(values, i, (self).choose(values[i], rows, places))
      start = end
    return None

  # some of the rows of [rows x heads, ...]
  def choose(self: __torch__.Bergamot, x: Tensor, rows: int, places: Tensor) -> Tensor:
    return torch.flatten(torch.index_select(torch.view(x, [rows, self.heads, torch.size(x, 1), torch.size(x, 2)]), 0, places), 0, 1)

  # ---- decoder ----

  # tokens: [rows]; empty at the start, which is a zero embedding
  def enter(self: __torch__.Bergamot, batch: Dict[str, List[Tensor]], tokens: Tensor, position: int) -> Tensor:
    place = torch.select(self.positions[0], 0, position)
    if torch.numel(tokens) > 0:
      return (self).embed(tokens, self.target, place)
    else:
      return torch.add(torch.zeros_like(batch["cells"][0]), place)

  # tokens: [rows], the last ids, or empty, when the prompt is read. Gives [rows, width] and the last layer's
  # attention by group.
  def decode(self: __torch__.Bergamot, batch: Dict[str, List[Tensor]], tokens: Tensor, position: int) -> Tuple[Tensor, List[Tensor]]:
    begun = 0
    if torch.len(batch["prompt"]) > 0:
      begun = torch.size(batch["prompt"][0], 1)
    else:
      pass
    if torch.numel(tokens) > 0:
      x, attention = (self).decode_one(batch, tokens, begun + position)
    else:
      x, attention = (self).decode_one(batch, tokens, 0)
      for i in range(begun):
        x, attention = (self).decode_one(batch, torch.select(batch["prompt"][0], 1, i), i + 1)
    return (x, attention)

  def decode_one(self: __torch__.Bergamot, batch: Dict[str, List[Tensor]], tokens: Tensor, position: int) -> Tuple[Tensor, List[Tensor]]:
    x = (self).enter(batch, tokens, position)
    attention = annotate(List[Tensor], [])
    for l in range(self.decoders):
      i = 4 * self.encoders + 1 + 5 * l
      n = 2 * self.encoders + 3 * l
      x = (self).recur(batch["cells"], l, x, i, n)
      q = torch.view((self).linear(x, i + 1), [-1, 1, self.width // self.heads])
      a, attention = (self).cross_attention(batch["keys"], batch["values"], q, l)
      x = (self).norm(torch.add_((self).linear(a, i + 2), x), n + 1)
      x = (self).feed_forward(x, i + 3, n + 2)
    return (x, attention)

  # of each group, [rows x heads, 1, time] to [rows, heads, 1, time]
  def by_row(self: __torch__.Bergamot, batch: Dict[str, List[Tensor]], attention: List[Tensor]) -> List[Tensor]:
    rows = annotate(List[Tensor], [])
    for g in range(torch.len(attention)):
      _0 = torch.append(rows, torch.view(attention[g], [-1, self.heads, 1, torch.size(attention[g], 2)]))
    return rows

  # q: [rows x heads, 1, depth]. Gives [rows, width], and of each group [rows x heads, 1, time].
  def cross_attention(self: __torch__.Bergamot, keys: List[Tensor], values: List[Tensor], q: Tensor, l: int) -> Tuple[Tensor, List[Tensor]]:
    groups = torch.len(keys) // self.decoders
    parts = annotate(List[Tensor], [])
    attention = annotate(List[Tensor], [])
    start = 0
    for g in range(groups):
      i = l * groups + g
      end = start + torch.size(keys[i], 0)
      if end > start:
        weights = (self).weigh(torch.slice(q, 0, start, end), keys[i])
        _0 = torch.append(attention, weights)
        _1 = torch.append(parts, torch.bmm(weights, values[i]))
      else:
        pass
      start = end
    return (torch.view((self).join(parts), [-1, self.width]), attention)

  # SSRU (Kim et al. 2019): f = sigmoid(x Wf + b); c = f c + (1 - f) x W; norm(x + relu(c))
  def recur(self: __torch__.Bergamot, cells: List[Tensor], l: int, x: Tensor, i: int, n: int) -> Tensor:
    both = (self).linear(x, i)
    forget = torch.sigmoid(torch.slice(both, 1, 0, self.width))
    cell = torch.lerp(torch.slice(both, 1, self.width, 2 * self.width), cells[l], forget)
    _0 = torch._set_item(cells, l, cell)
    return (self).norm(torch.add_(torch.relu(cell), x), n)

  # [rows, width] to [rows, columns]
  def logits(self: __torch__.Bergamot, batch: Dict[str, List[Tensor]], output: List[__torch__.torch.classes.quantized.LinearPackedParamsBase], x: Tensor) -> Tensor:
    parts = batch["output"]
    if self.integer:
      return (self).multiply(x, output[0], self.output_scale, parts[1], self.zero)
    else:
      return torch.linear(x, parts[0], parts[1])

  # include search.py
