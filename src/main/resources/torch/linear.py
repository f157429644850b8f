  # ---- linear layers and embeddings in three precisions, and what stands between them; included in a class ----
  #
  # The class has width, that of the model.
  #
  # precision 0, int8: weights with one scale a row, symmetric; inputs are scaled to [-1, 1] row by row and
  #   given eight bits, so that a row's numbers do not depend on its neighbours.
  # precision 1, bf16: weights and products; what goes in and comes out is float32.
  # precision 2, float32.
  # blocked: weights are kept in the order of oneDNN's kernels, two to three times as fast on some processors;
  # false where tensors are not on the CPU. sevenbit: without VNNI two int8 products are added in sixteen bits,
  # which overflow unless the input keeps to seven bits.
  precision : int
  blocked : bool
  sevenbit : bool
  packed : List[__torch__.torch.classes.quantized.LinearPackedParamsBase]
  weights : List[Tensor]
  biases : List[Tensor]
  tables : List[Tensor]
  steps : List[Tensor]
  norms : List[Tensor]
  activation : int

  # Tensors that come in borrow their memory, so what is kept is a copy.
  # weight: float32 [out, in]; bias: [out], or empty
  def add_linear(self: __torch__.Script, weight: Tensor, bias: Tensor) -> NoneType:
    _0 = torch.append(self.biases, torch.clone(bias))
    if self.precision == 0:
      _1 = torch.append(self.packed, (self).pack(weight))
    else:
      _2 = torch.append(self.weights, (self).block((self).narrow(weight)))
    return None

  def pack(self: __torch__.Script, weight: Tensor) -> __torch__.torch.classes.quantized.LinearPackedParamsBase:
    steps = torch.to((self).row_steps(weight), 7)
    zeros = torch.zeros_like(steps, dtype=4)
    return ops.quantized.linear_prepack(torch.quantize_per_channel(weight, steps, zeros, 0, 12), None)

  # [out, in] to [out]: the value of one unit of a row's eight bits
  def row_steps(self: __torch__.Script, weight: Tensor) -> Tensor:
    largest = torch.maximum(torch.amax(weight, [1]), torch.neg(torch.amin(weight, [1])))
    return torch.div(torch.clamp(largest, 1e-30), 127.)

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

  # [rows, in] to [rows, out]
  def linear(self: __torch__.Script, x: Tensor, i: int) -> Tensor:
    if self.precision == 0:
      return (self).multiply_int8(x, self.packed[i], self.biases[i])
    else:
      return (self).multiply(x, self.weights[i], self.biases[i])

  # x: float32 [rows, in]; bias: [out] or empty
  def multiply(self: __torch__.Script, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    if self.precision == 1:
      y = torch.to((self).product(torch.to(x, 15), weight, annotate(Optional[Tensor], None)), 6)
      return (self).shift(y, bias)
    else:
      if torch.numel(bias) > 0:
        return (self).product(x, weight, bias)
      else:
        return (self).product(x, weight, annotate(Optional[Tensor], None))

  def product(self: __torch__.Script, x: Tensor, weight: Tensor, bias: Optional[Tensor]) -> Tensor:
    if self.blocked:
      return ops.mkldnn._linear_pointwise(x, weight, bias, "none", annotate(List[Optional[number]], []), "none")
    else:
      return torch.linear(x, weight, bias)

  def shift(self: __torch__.Script, y: Tensor, bias: Tensor) -> Tensor:
    if torch.numel(bias) > 0:
      return torch.add_(y, bias)
    else:
      return y

  def multiply_int8(self: __torch__.Script, x: Tensor, packed: __torch__.torch.classes.quantized.LinearPackedParamsBase, bias: Tensor) -> Tensor:
    largest = torch.clamp_(torch.amax(torch.abs(x), [-1], True), 1e-30)
    scaled = torch.div(x, largest)
    if self.sevenbit:
      y = ops.quantized.linear_with_input_q_dq_qweight_dq_output_fp32(scaled, 1. / 63., 64, packed)
    else:
      y = ops.quantized.linear_with_input_q_dq_qweight_dq_output_fp32(scaled, 1. / 127., 128, packed)
    if torch.numel(bias) > 0:
      return torch.addcmul(bias, y, largest, value=1, out=y)
    else:
      return torch.mul_(y, largest)

  # An embedding table, float32 [ids, width]; in int8 it has a scale a row, and is rounded piece by piece.
  def add_table(self: __torch__.Script, weight: Tensor) -> NoneType:
    if self.precision == 0:
      steps = torch.unsqueeze((self).row_steps(weight), 1)
      table = torch.empty_like(weight, dtype=1)
      for i in range((torch.size(weight, 0) + 4095) // 4096):
        rows = torch.div(torch.slice(weight, 0, 4096 * i, 4096 * (i + 1)), torch.slice(steps, 0, 4096 * i, 4096 * (i + 1)))
        _0 = torch.copy_(torch.slice(table, 0, 4096 * i, 4096 * (i + 1)), torch.round_(rows))
      _1 = torch.append(self.steps, steps)
      _2 = torch.append(self.tables, table)
    else:
      _3 = torch.append(self.tables, (self).narrow(weight))
    return None

  # ids of any shape to [..., width], float32
  def look_up(self: __torch__.Script, ids: Tensor, table: int) -> Tensor:
    rows = torch.to(torch.embedding(self.tables[table], ids), 6)
    if self.precision == 0:
      return torch.mul(rows, torch.embedding(self.steps[table], ids))
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
