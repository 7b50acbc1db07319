"""The whole network: one encoder pass, a classifier for each word label, a biaffine parser.

A new head is a new entry of `Inventory.word_heads` (one class a word) or a module
beside `Parser`; `losses` adds its part only where a batch has its labels.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.batches import IGNORE, OPEN, Batch
from training.encoder import Dropout, Encoder
from training.labels import OPEN_KINDS, Inventory
from training.quantise import Linear

ARC_SIZE, RELATION_SIZE = 320, 96
HEAD_DROPOUT = 0.25
FEATURE_LOSS = 0.25
"""Weight of each feature's loss, so that all features together count about as a few other heads."""


def projection(inputs: int, outputs: int) -> nn.Sequential:
    """A layer in front of the biaffine products."""
    return nn.Sequential(Linear(inputs, outputs), nn.GELU(), Dropout(HEAD_DROPOUT))


class Parser(nn.Module):
    """Biaffine arcs and relations; position 0 stands for the root."""

    def __init__(self, inputs: int, relations: int) -> None:
        super().__init__()
        self.arc_dependent = projection(inputs, ARC_SIZE)
        self.arc_head = projection(inputs, ARC_SIZE)
        self.relation_dependent = projection(inputs, RELATION_SIZE)
        self.relation_head = projection(inputs, RELATION_SIZE)
        self.arc = nn.Parameter(torch.empty(ARC_SIZE + 1, ARC_SIZE))
        self.relation = nn.Parameter(torch.empty(relations, RELATION_SIZE + 1, RELATION_SIZE + 1))
        nn.init.xavier_uniform_(self.arc)
        nn.init.xavier_uniform_(self.relation)

    def forward(self, x: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Score arcs and prepare relations.

        Args:
            x: (batch, 1 + words, inputs), the root first.
            mask: (batch, 1 + words), true where there is a root or word.

        Returns:
            Arc scores (batch, words, 1 + words); relation queries (batch, words,
            relations, size + 1); relation keys (batch, 1 + words, size + 1).
        """
        words = x[:, 1:]
        arcs = with_one(self.arc_dependent(words)) @ self.arc @ self.arc_head(x).transpose(1, 2)
        arcs = arcs.float().masked_fill(~mask[:, None, :], -1e4)
        queries = torch.einsum(
            "bni,rij->bnrj", with_one(self.relation_dependent(words)), self.relation
        )
        return arcs, queries, with_one(self.relation_head(x))


def with_one(x: Tensor) -> Tensor:
    """Append a constant 1 to each vector."""
    return torch.cat([x, torch.ones_like(x[..., :1])], dim=-1)


def label_relations(queries: Tensor, keys: Tensor, heads: Tensor) -> Tensor:
    """Relation scores (batch, words, relations) given each word's head."""
    chosen = keys.gather(1, heads[..., None].expand(-1, -1, keys.shape[-1]))
    return (queries @ chosen[..., None]).squeeze(-1).float()


class Model(nn.Module):
    """Encoder, word classifiers and parser.

    A word's vector is its first and its last sub-token's, side by side.
    """

    def __init__(self, encoder: Encoder, inventory: Inventory) -> None:
        super().__init__()
        self.encoder = encoder
        self.inventory = inventory
        inputs = 2 * encoder.hidden
        heads = inventory.word_heads()
        self.sizes = [len(labels) for labels in heads.values()]
        self.head_names = list(heads)
        self.dropout = Dropout(HEAD_DROPOUT)
        self.classify = Linear(inputs, sum(self.sizes))
        self.parser = Parser(inputs, len(inventory.deprels))
        names = inventory.names
        known = [names.index(f"{p}-{kind}") for kind in OPEN_KINDS for p in "BI"]
        hidden_kinds = torch.ones(len(names), dtype=torch.bool)
        hidden_kinds[known] = False
        self.register_buffer("hidden_kinds", hidden_kinds, persistent=False)

    def word_vectors(self, batch: Batch) -> Tensor:
        """(batch, 1 + words, 2 * hidden)."""
        x = self.encoder(batch.ids, batch.mask, batch.source)
        wide = (-1, -1, x.shape[-1])
        first = x.gather(1, batch.first[..., None].expand(wide))
        last = x.gather(1, batch.last[..., None].expand(wide))
        return torch.cat([first, last], dim=-1)

    def forward(self, batch: Batch) -> tuple[dict[str, Tensor], tuple[Tensor, Tensor, Tensor]]:
        """Scores of every word head (batch, words, labels), and the parser's three tensors."""
        x = self.dropout(self.word_vectors(batch))
        scores = self.classify(x[:, 1:]).float().split(self.sizes, dim=-1)
        return dict(zip(self.head_names, scores, strict=True)), self.parser(x, batch.words)

    def losses(self, batch: Batch) -> dict[str, Tensor]:
        """The loss of each head that the batch has labels for."""
        scores, (arcs, queries, keys) = self(batch)
        losses = {}
        for name, target in batch.labels.items():
            if bool((target != IGNORE).any()):
                is_name = name in ("names", "nested")
                weight = batch.name_weight if is_name else batch.tree_weight
                losses[name] = self.word_loss(scores[name], target, weight)
        if bool((batch.heads != IGNORE).any()):
            losses["heads"] = cross_entropy(arcs, batch.heads, batch.tree_weight)
            relations = label_relations(queries, keys, batch.heads.clamp(min=0))
            losses["deprels"] = cross_entropy(relations, batch.deprels, batch.tree_weight)
        if bool(batch.soft_heads.any()):
            losses["soft heads"] = soft_cross_entropy(arcs, batch.soft_heads)
            relations = label_relations(queries, keys, batch.soft_heads.argmax(-1))
            losses["soft deprels"] = soft_cross_entropy(relations, batch.soft_deprels)
        return losses

    def word_loss(self, scores: Tensor, target: Tensor, weight: Tensor) -> Tensor:
        """Cross entropy; a word outside a partial annotation may be any kind not annotated."""
        known = torch.where(target == OPEN, torch.full_like(target, IGNORE), target)
        loss = cross_entropy(scores, known, weight)
        is_open = target == OPEN
        if not bool(is_open.any()):
            return loss
        log_all = scores.log_softmax(-1).masked_fill(~self.hidden_kinds, -1e9)
        missing = -(log_all.logsumexp(-1) * is_open * weight[:, None]).sum()
        return loss + missing / count(target)


def count(target: Tensor) -> Tensor:
    """Number of labelled words, at least one."""
    return (target != IGNORE).sum().clamp(min=1)


def cross_entropy(scores: Tensor, target: Tensor, weight: Tensor) -> Tensor:
    """Mean over labelled words of the weighted cross entropy."""
    flat = functional.cross_entropy(
        scores.flatten(0, 1), target.flatten(), ignore_index=IGNORE, reduction="none"
    )
    return (flat.view(target.shape) * weight[:, None]).sum() / count(target)


def soft_cross_entropy(scores: Tensor, target: Tensor) -> Tensor:
    """Mean cross entropy over the words that have target probabilities (last axis: classes)."""
    known = target.sum(-1) > 0
    return -(target * scores.log_softmax(-1)).sum(-1)[known].mean()


def total(losses: dict[str, Tensor]) -> Tensor:
    """Add the losses, features with less weight."""
    return sum(
        (FEATURE_LOSS if name.startswith("feats") else 1.0) * loss for name, loss in losses.items()
    )  # type: ignore[return-value]
