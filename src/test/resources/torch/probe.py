# A module that exercises what scripts rely on: attributes, lists, one state value changed in place.
class Probe(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  weights : List[Tensor]
  packed : List[__torch__.torch.classes.quantized.LinearPackedParamsBase]
  scales : List[float]
  count : int
  epsilon : float
  wide : bool

  def add(self: __torch__.Probe, weight: Tensor, scale: float) -> NoneType:
    _0 = torch.append(self.weights, torch.clone(weight))
    _1 = torch.append(self.scales, scale)
    return None

  def attributes(self: __torch__.Probe) -> Tuple[Tensor, Tensor]:
    wide = 0
    if self.wide:
      wide = 1
    else:
      pass
    return (torch.tensor([self.count, wide, torch.len(self.packed)]), torch.tensor([self.epsilon, self.scales[0]]))

  def times(self: __torch__.Probe, x: Tensor) -> Tensor:
    return torch.matmul(x, self.weights[0])

  def start(self: __torch__.Probe) -> Dict[str, List[Tensor]]:
    state = annotate(Dict[str, List[Tensor]], {})
    torch._set_item(state, "total", [torch.zeros([1], dtype=6, layout=None, device=torch.device("cpu"))])
    return state

  def more(self: __torch__.Probe, state: Dict[str, List[Tensor]], x: Tensor) -> Tensor:
    total = torch.add(state["total"][0], x)
    _0 = torch._set_item(state["total"], 0, total)
    return total
