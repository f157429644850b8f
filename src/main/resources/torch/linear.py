  # ---- linear layers and embeddings in three precisions, and what stands between them; included in a class ----
  #
  # The class has width, that of the model.
  #
  # precision 0, int8: weights with one scale a row, symmetric. Inputs are scaled row by row and given eight
  #   bits, so that a row's numbers do not depend on its neighbours.
  # precision 1, bf16: weights and products; what goes in and comes out is float32.
  # precision 2, float32.
  # blocked: weights are kept in the order of oneDNN's kernels, two to three times as fast on some processors;
  # false where tensors are not on the CPU. sevenbit: without VNNI two int8 products are added in sixteen bits,
  # which overflow unless the input keeps to seven bits.
  # int8 is multiplied by FBGEMM, which rounds the input by itself and keeps its own order of the weights. With VNNI
  # a layer of 512 to 2048 takes half of oneDNN's time for one row, 0.7 to 0.9 for 32; an output layer of 58,101
  # columns takes a tenth more for 32 rows and a fifth for 64, and is left to oneDNN there. Without VNNI FBGEMM takes
  # a ninth for one row of that, two thirds for 32.
  precision : int
  blocked : bool
  sevenbit : bool
  weights : List[Tensor]
  packed : List[__torch__.torch.classes.quantized.LinearPackedParamsBase]
  slots : List[int]
  biases : List[Tensor]
  least : List[int]
  steps : List[Tensor]
  zeros : List[Tensor]
  tables : List[Tensor]
  table_steps : List[Tensor]
  norms : List[Tensor]
  activation : int

  # Tensors that come in borrow their memory, so what is kept is a copy.
  # weight: float32 [out, in]; bias: [out], or empty
  def add_linear(self: __torch__.Script, weight: Tensor, bias: Tensor) -> NoneType:
    _0 = torch.append(self.biases, torch.clone(bias))
    _5 = torch.append(self.least, 2)
    if self.precision == 0:
      steps = (self).row_steps(weight)
      (self).pack((self).round_rows(weight, steps), torch.reshape(steps, [-1]))
    else:
      _4 = torch.append(self.weights, (self).block((self).narrow(weight)))
    return None

  # weight: int8 [out, in]; steps: [out]. A layer's slot is its place among the packed ones, or -1 less its place
  # among oneDNN's.
  def pack(self: __torch__.Script, weight: Tensor, steps: Tensor) -> NoneType:
    zeros = torch.zeros_like(steps, dtype=3)
    if self.sevenbit or torch.size(weight, 0) < 16384:
      _0 = torch.append(self.slots, torch.len(self.packed))
      whole = torch._make_per_channel_quantized_tensor(weight, torch.to(steps, 7), torch.to(zeros, 4), 0)
      _1 = torch.append(self.packed, ops.quantized.linear_prepack(whole, None))
    else:
      _2 = torch.append(self.slots, -1 - torch.len(self.weights))
      _3 = torch.append(self.weights, ops.onednn.qlinear_prepack(weight, None))
      _4 = torch.append(self.steps, steps)
      _5 = torch.append(self.zeros, zeros)
    return None

  # An embedding table that was added is a linear layer as well; not in int8.
  def add_linear_of_table(self: __torch__.Script, table: int, bias: Tensor) -> NoneType:
    _0 = torch.append(self.biases, torch.clone(bias))
    _1 = torch.append(self.weights, self.tables[table])
    _2 = torch.append(self.least, 16)
    return None

  # [out, in] to [out, 1]: the value of one unit of a row's eight bits
  def row_steps(self: __torch__.Script, weight: Tensor) -> Tensor:
    largest = torch.maximum(torch.amax(weight, [1], True), torch.neg(torch.amin(weight, [1], True)))
    return torch.div(torch.clamp(largest, 1e-30), 127.)

  # [out, in] in int8, a piece at a time, for a table may take gigabytes
  def round_rows(self: __torch__.Script, weight: Tensor, steps: Tensor) -> Tensor:
    rounded = torch.empty_like(weight, dtype=1)
    for i in range((torch.size(weight, 0) + 4095) // 4096):
      start = 4096 * i
      end = start + 4096
      piece = torch.div(torch.slice(weight, 0, start, end), torch.slice(steps, 0, start, end))
      _0 = torch.copy_(torch.slice(rounded, 0, start, end), torch.round_(piece))
    return rounded

  # halves: int8 [..., 2 x n], the bytes of numbers in bf16 or in IEEE half; gives float32 [..., n]
  def widen(self: __torch__.Script, halves: Tensor, bf16: bool) -> Tensor:
    if bf16:
      return torch.to(torch.view_copy(halves, 15), 6)
    else:
      return torch.to(torch.view_copy(halves, 5), 6)

  # a copy, in bf16 where that is the precision
  def narrow(self: __torch__.Script, weight: Tensor) -> Tensor:
    if self.precision == 1:
      return torch.to(weight, 15)
    else:
      return torch.clone(weight)

  def block(self: __torch__.Script, weight: Tensor) -> Tensor:
    if self.blocked:
      return ops.mkldnn._reorder_linear_weight(weight, None)
    else:
      return weight

  # float32 [rows, in] to float32 [rows, out]
  def linear(self: __torch__.Script, x: Tensor, i: int) -> Tensor:
    bias = self.biases[i]
    if self.precision == 0:
      y = (self).multiply_int8(x, i)
    else:
      if self.precision == 1:
        y = torch.to((self).product(torch.to(x, 15), i, annotate(Optional[Tensor], None)), 6)
        if torch.numel(bias) > 0:
          y = torch.add_(y, bias)
        else:
          pass
      else:
        if torch.numel(bias) > 0:
          y = (self).product(x, i, bias)
        else:
          y = (self).product(x, i, annotate(Optional[Tensor], None))
    return y

  # Kernels for few rows add up in another order than those for many: rows of zeros make it enough.
  def product(self: __torch__.Script, x: Tensor, i: int, bias: Optional[Tensor]) -> Tensor:
    rows = torch.size(x, 0)
    if rows < self.least[i]:
      return torch.slice((self).product_of_many(torch.constant_pad_nd(x, [0, 0, 0, self.least[i] - rows]), i, bias), 0, 0, rows)
    else:
      return (self).product_of_many(x, i, bias)

  def product_of_many(self: __torch__.Script, x: Tensor, i: int, bias: Optional[Tensor]) -> Tensor:
    if self.blocked:
      return ops.mkldnn._linear_pointwise(x, self.weights[i], bias, "none", annotate(List[Optional[number]], []), "none")
    else:
      return torch.linear(x, self.weights[i], bias)

  # A row's values become x / step + zero in eight or seven bits; the product comes back in units of the step.
  def multiply_int8(self: __torch__.Script, x: Tensor, i: int) -> Tensor:
    zero = 128
    if self.sevenbit:
      zero = 64
    else:
      pass
    step = torch.div(torch.clamp_(torch.amax(torch.abs(x), [-1], True), 1e-30), float(zero - 1))
    slot = self.slots[i]
    if slot >= 0:
      y = ops.quantized.linear_with_input_q_dq_qweight_dq_output_fp32(torch.div(x, step), 1., zero, self.packed[slot])
    else:
      whole = torch.to(torch.add_(torch.mul(x, torch.reciprocal(step)), 128.5), 0)
      wide = -1 - slot
      y = ops.onednn.qlinear_pointwise(whole, 1., 128, self.weights[wide], self.steps[wide], self.zeros[wide], None, 1., 0, 6, "none", annotate(List[Optional[number]], []), "")
    if torch.numel(self.biases[i]) > 0:
      return torch.addcmul(self.biases[i], y, step, value=1, out=y)
    else:
      return torch.mul_(y, step)

  # An embedding table, float32 [ids, width]; in int8 it has a scale a row.
  def add_table(self: __torch__.Script, weight: Tensor) -> NoneType:
    if self.precision == 0:
      steps = (self).row_steps(weight)
      _0 = torch.append(self.table_steps, steps)
      _1 = torch.append(self.tables, (self).round_rows(weight, steps))
    else:
      _2 = torch.append(self.tables, (self).narrow(weight))
    return None

  # ids of any shape to [..., width], float32
  def look_up(self: __torch__.Script, ids: Tensor, table: int) -> Tensor:
    rows = torch.to(torch.embedding(self.tables[table], ids), 6)
    if self.precision == 0:
      return torch.mul(rows, torch.embedding(self.table_steps[table], ids))
    else:
      return rows

  def add_norm(self: __torch__.Script, scale: Tensor, bias: Tensor) -> NoneType:
    _0 = torch.append(self.norms, torch.clone(scale))
    _1 = torch.append(self.norms, torch.clone(bias))
    return None

  # Parts that read the same input become one layer; the first `shrunk` are divided by the root of the depth.
  def add_joined(self: __torch__.Script, weights: List[Tensor], biases: List[Tensor], shrunk: int, heads: int) -> NoneType:
    root = torch.sqrt(self.width // heads)
    for i in range(shrunk):
      _0 = torch._set_item(weights, i, torch.div(weights[i], root))
      _1 = torch._set_item(biases, i, torch.div(biases[i], root))
    (self).add_linear(torch.cat(weights), torch.cat(biases))
    return None

  # changes x
  def activate(self: __torch__.Script, x: Tensor) -> Tensor:
    if self.activation == 0:
      y = torch.relu_(x)
    else:
      if self.activation == 1:
        y = torch.gelu(x)
      else:
        if self.activation == 2:
          y = torch.gelu(x, approximate="tanh")
        else:
          y = torch.silu_(x)
    return y
