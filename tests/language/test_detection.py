"""The language of an article is told from its text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.detection import detect

SAMPLES = {
    "en": "The two prime ministers agreed on Thursday that the countries should mend their relations again.",
    "de": (
        "Die beiden Regierungschefs haben sich am Donnerstag "
        "darauf geeinigt, dass die Beziehungen besser werden sollen."
    ),
    "fr": "Les deux premiers ministres se sont mis d'accord jeudi pour améliorer les relations entre leurs pays.",
    "es": (
        "Los dos primeros ministros acordaron el jueves que los países deben mejorar sus relaciones, según la agencia."
    ),
    "it": (
        "I due primi ministri hanno concordato giovedì che i "
        "paesi devono migliorare le loro relazioni, secondo la agenzia."
    ),
    "pt": (
        "Os dois ministros concordaram na quinta-feira que os "
        "países devem melhorar as suas relações, segundo a agência."
    ),
    "nl": (
        "De twee ministers zijn het er donderdag over eens "
        "geworden dat de betrekkingen van de landen beter moeten worden."
    ),
    "sv": (
        "De två ministrarna kom på torsdagen överens om att länderna måste förbättra sina relationer, enligt en källa."
    ),
    "da": (
        "De to ministre blev torsdag enige om, at landene skal "
        "forbedre deres forhold, efter at de havde talt sammen af sig selv."
    ),
    "fi": (
        "Pääministerit sopivat torstaina, että maiden suhteita "
        "on parannettava, mutta he eivät kertoneet, kun se tapahtuu."
    ),
    "pl": "Dwaj premierzy zgodzili się w czwartek, że kraje powinny poprawić swoje stosunki, ale nie jest to łatwe.",
    "tr": (
        "İki başbakan perşembe günü ülkelerin ilişkilerini "
        "düzeltmesi için bir anlaşma yaptı ve bu çok önemli olarak görüldü."
    ),
    "id": (
        "Kedua perdana menteri sepakat pada hari Kamis bahwa "
        "hubungan itu akan diperbaiki dan tidak ada yang dari mereka menolak."
    ),
    "ru": (
        "Премьер-министры договорились в четверг о том, что "
        "отношения между странами нужно улучшать, сообщает агентство."
    ),
    "uk": (
        "Прем'єр-міністри домовилися в четвер, що відносини між країнами треба поліпшити, але це не так просто, як є."
    ),
    "el": "Οι δύο πρωθυπουργοί συμφώνησαν την Πέμπτη ότι οι χώρες πρέπει να βελτιώσουν τις σχέσεις τους.",
    "ar": "اتفق رئيسا الوزراء يوم الخميس على ضرورة تحسين العلاقات بين البلدين، بحسب مسؤولين.",
    "fa": "دو نخست‌وزیر روز پنجشنبه توافق کردند که روابط دو کشور باید بهتر شود و گفت‌وگو ادامه یابد.",
    "he": "שני ראשי הממשלה הסכימו ביום חמישי כי יש לשפר את היחסים בין המדינות.",
    "hi": "दोनों प्रधानमंत्रियों ने गुरुवार को सहमति जताई कि देशों के संबंध सुधारे जाने चाहिए।",
    "ja": "両国の首相は木曜日に東京で会談し、関係改善の必要性で一致した。",
    "ko": "한국과 일본의 총리는 목요일 도쿄에서 만나 관계 개선의 필요성에 합의했다.",
    "zh": "两国总理星期四在东京举行会谈,一致认为有必要改善两国关系。",
    "th": "นายกรัฐมนตรีทั้งสองตกลงกันเมื่อวันพฤหัสบดีว่าควรปรับปรุงความสัมพันธ์",
}


@pytest.mark.parametrize("language", SAMPLES)
def test_one_sentence_is_enough(language: str) -> None:
    """A sentence of news is told in each language."""
    assert detect(SAMPLES[language]) == language


@pytest.mark.parametrize("text", ["", "12:30 – 14:00", "Yonhap", "Xqzt vlkj wprtz mnbvc lkjhg qwrtp zxcvb"])
def test_nothing_to_go_by(text: str) -> None:
    """Too little text, or words of no language, give no answer rather than a guess."""
    assert detect(text) is None


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    """Whatever the text, there is an answer and it is a code or none."""
    answer = detect(text)
    assert answer is None or (len(answer) == 2 and answer.islower())
