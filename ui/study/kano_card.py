"""One idea by Kano: what citizens chose beside what the team guessed, and where it lies between pleasure and pain."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sprint.insight.kano import Category, KanoResult
from sprint.insight.survey import KanoSummary
from sprint.records import Track
from ui.bridge import SprintBridge
from ui.context import Context
from ui.study.people import TRACK_ROLES, code_words, who_is
from ui.widgets.labels import PlainLabel, TextLabel

CATEGORY_KEYS = {
    Category.MUST: "study_ui.kano_m",
    Category.ONE_DIMENSIONAL: "study_ui.kano_o",
    Category.ATTRACTIVE: "study_ui.kano_a",
    Category.INDIFFERENT: "study_ui.kano_i",
    Category.REVERSE: "study_ui.kano_r",
    Category.QUESTIONABLE: "study_ui.kano_q",
}
_PLOT = 190
_CORNERS = (
    (Category.ATTRACTIVE, 0.0, 1.0),
    (Category.ONE_DIMENSIONAL, 1.0, 1.0),
    (Category.INDIFFERENT, 0.0, 0.0),
    (Category.MUST, 1.0, 0.0),
)


class BetterWorse(QWidget):
    """A square: to the right it hurts more when it is missing, upwards it pleases more when it is there."""

    def __init__(self, context: Context, points: list[tuple[str, float, float, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._points = context, points
        t = context.texts
        lines = [
            t("study_ui.better_worse", who=name, better=round(100 * better), worse=round(100 * worse))
            for name, better, worse, _ in points
        ]
        self.setAccessibleName("\n".join(lines))

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(_PLOT + 40, _PLOT + 22)

    def minimumSizeHint(self) -> QSize:
        """The same square."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the four corners and a sign for each group."""
        theme, t = self._context.theme, self._context.texts
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(20, 2, _PLOT, _PLOT)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawRect(box)
        painter.setPen(QPen(theme.colour("line_soft"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(box.center().x(), box.top()), QPointF(box.center().x(), box.bottom()))
        painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("muted"))
        for category, x, y in _CORNERS:
            corner = QRectF(box.left() + x * _PLOT / 2, box.top() + (1 - y) * _PLOT / 2, _PLOT / 2, _PLOT / 2)
            flags = Qt.AlignmentFlag.AlignTop if y else Qt.AlignmentFlag.AlignBottom
            flags |= Qt.AlignmentFlag.AlignRight if x else Qt.AlignmentFlag.AlignLeft
            painter.drawText(corner.adjusted(4, 2, -4, -2), int(flags), t(CATEGORY_KEYS[category]))
        painter.drawText(QRectF(20, _PLOT + 4, _PLOT, 18), Qt.AlignmentFlag.AlignRight, t("study_ui.axis_missing"))
        painter.setFont(theme.font("body", bold=True))
        for name, better, worse, role in self._points:
            point = QPointF(box.left() + worse * _PLOT, box.bottom() - better * _PLOT)
            painter.setPen(QPen(theme.colour("surface"), 1))
            painter.setBrush(theme.colour(role))
            painter.drawEllipse(point, 7, 7)
            painter.setPen(theme.colour(role))
            is_right = worse > 0.5
            beside = QRectF(point.x() - 129 if is_right else point.x() + 9, point.y() - 10, 120, 20)
            side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter | side, name)
        painter.end()


class KanoCard(QFrame):
    """The words on the left, the square on the right when there are enough answers for it."""

    def __init__(self, context: Context, bridge: SprintBridge, found: KanoSummary, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self.setProperty("ground", "card")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(PlainLabel(found.question.text, role="lead_bold", wrap=True))
        words.addWidget(TextLabel(context, "study.kano_note", role="small", wrap=True))
        for line in self.lines(found):
            words.addWidget(PlainLabel(line, wrap=True))
        words.addStretch(1)
        row.addLayout(words, 1)
        points = self._points(found)
        if points:
            row.addWidget(BetterWorse(context, points, self))

    def lines(self, found: KanoSummary) -> list[str]:
        """Say everything in words, what the team guessed first."""
        t = self._context.texts
        said = []
        if found.guess in {category.value for category in Category}:
            said.append(t("study_ui.team_guess", category=t(CATEGORY_KEYS[Category(found.guess)])))
        said.append(f"{t('study_ui.everybody')}: {self._result(found.whole)}")
        if found.differs is not None:
            said.append(t("study_ui.guess_differs" if found.differs else "study_ui.guess_fits"))
        for track, result in found.tracks:
            if result.n and result.n != found.whole.n:
                said.append(f"{t(f'kind.track.{track.value}')}: {self._result(result)}")
        if found.whole.category is None and found.raw:
            who = [
                f"{code_words(self._context, who_is(self._bridge.document, one))} {t(CATEGORY_KEYS[category])}"
                for one, category in found.raw
            ]
            said.append(", ".join(who))
        if found.whole.is_unclear:
            said.append(t("study_ui.kano_unclear"))
        if found.whole.is_reversed:
            said.append(t("study_ui.kano_reversed"))
        return said

    def _result(self, result: KanoResult) -> str:
        t = self._context.texts
        counts = ", ".join(f"{t(CATEGORY_KEYS[one])} {count}" for one, count in result.counts.items() if count)
        if result.category is None:
            return t("study_ui.kano_raw", count=result.n, counts=counts)
        words = t("study_ui.kano_result", category=t(CATEGORY_KEYS[result.category]), count=result.n, counts=counts)
        parts = [words]
        if result.is_tie:
            parts.append(t("study_ui.kano_tie"))
        if result.better is not None and result.worse is not None:
            parts.append(
                t("study_ui.kano_better", better=round(100 * result.better), worse=round(100 * abs(result.worse)))
            )
        if result.fong is not None:
            parts.append(t("study_ui.fong_yes" if result.fong.is_significant else "study_ui.fong_no"))
        if result.is_indicative:
            parts.append(t("study_ui.indicative"))
        return " ".join(parts)

    def _points(self, found: KanoSummary) -> list[tuple[str, float, float, str]]:
        t = self._context.texts
        groups = [(t("study_ui.everybody"), found.whole, "ink")]
        groups += [
            (t(f"kind.track.{track.value}"), result, TRACK_ROLES[track])
            for track, result in found.tracks
            if track is not Track.OPEN and result.n != found.whole.n
        ]
        return [
            (name, result.better, abs(result.worse), role)
            for name, result, role in groups
            if result.category is not None and result.better is not None and result.worse is not None
        ]
