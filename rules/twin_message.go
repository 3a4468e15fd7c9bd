package rules

import (
	"fmt"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// twinTeller tells people of a difference.
type twinTeller struct {
	facts.TwinDifference
	names  [2]analyzer.Text // what the two are called
	unsure bool             // a reader has to look
	clause analyzer.Text    // what the law calls the clause
}

// editionNames are what two policies are called by their languages, or otherwise where these do not tell them apart.
func editionNames(here, there string) [2]analyzer.Text {
	if here == there || editionName(here) == (analyzer.Text{}) || editionName(there) == (analyzer.Text{}) {
		return [2]analyzer.Text{{Ko: "이 문서", En: "this policy"}, {Ko: "비교한 문서", En: "its twin"}}
	}
	return [2]analyzer.Text{editionName(here), editionName(there)}
}

func editionName(language string) analyzer.Text {
	switch language {
	case "ko":
		return analyzer.Text{Ko: "국문본", En: "the Korean version"}
	case "en":
		return analyzer.Text{Ko: "영문본", En: "the English version"}
	case "ja":
		return analyzer.Text{Ko: "일문본", En: "the Japanese version"}
	}
	return analyzer.Text{}
}

// sides are the one that says something and the one that does not, and what is said.
func (t *twinTeller) sides() (has, lacks analyzer.Text, said facts.Quote) {
	if t.Here.Text == "" {
		return t.names[1], t.names[0], t.There
	}
	return t.names[0], t.names[1], t.Here
}

// missing is how many the one has that the other does not.
func (t *twinTeller) missing() int {
	if t.Here.Text == "" {
		return t.Counts[1]
	}
	return t.Counts[0]
}

// message is one sentence that quotes both.
func (t *twinTeller) message() analyzer.Text {
	has, lacks, said := t.sides()
	switch t.Kind {
	case facts.TwinLanguage:
		return analyzer.Text{
			Ko: fmt.Sprintf("다른 언어본과 비교하지 않았습니다. 한국어, 영어, 일본어 가운데 하나로 쓴 문서가 아닙니다(%s)", t.About),
			En: fmt.Sprintf("the twin was not compared: one of the two is not in Korean, English or Japanese alone (%s)", t.About)}
	case facts.TwinDocument:
		return analyzer.Text{Ko: "다른 언어본과 비교하지 않았습니다. 지정한 문서가 처리방침이 아닙니다", En: "the twin was not compared: it is no privacy policy"}
	case facts.TwinClause:
		name := t.clause
		if t.unsure {
			return analyzer.Text{
				Ko: fmt.Sprintf("%s에서 ‘%s’ 항목을 찾지 못했습니다(%s에는 있음)", lacks.Ko, name.Ko, has.Ko),
				En: fmt.Sprintf("%s does not seem to say anything about “%s”, and %s does", lacks.En, name.En, has.En)}
		}
		return analyzer.Text{
			Ko: fmt.Sprintf("%s의 ‘%s’ 항목이 %s에는 없습니다", has.Ko, name.Ko, lacks.Ko),
			En: fmt.Sprintf("%s says nothing about “%s”, and %s does", lacks.En, name.En, has.En)}
	case facts.TwinCompany:
		return analyzer.Text{
			Ko: fmt.Sprintf("%s의 %s %s에는 없습니다", has.Ko, withSubject(fmt.Sprintf("%s ‘%s’", recipientName(t.Clause).Ko, said.Text)), lacks.Ko),
			En: fmt.Sprintf("%s does not name the %s “%s” of %s", lacks.En, recipientName(t.Clause).En, said.Text, has.En)}
	case facts.TwinCompanies:
		n := t.missing()
		return analyzer.Text{
			Ko: fmt.Sprintf("%s의 %s %d곳(‘%s’ 등)이 %s에는 없습니다", has.Ko, recipientName(t.Clause).Ko, n, said.Text, lacks.Ko),
			En: fmt.Sprintf("%s does not name %d %s of %s (“%s” and others)", lacks.En, n, plural(recipientName(t.Clause).En), has.En, said.Text)}
	case facts.TwinPeriodMissing:
		return analyzer.Text{
			Ko: fmt.Sprintf("%s에 적은 %s ‘%s’%s %s에는 없습니다", has.Ko, t.matter().Ko, said.Text, particleOf(withSubject, said.Text), lacks.Ko),
			En: fmt.Sprintf("%s does not state %s, which is “%s” in %s", lacks.En, t.matter().En, said.Text, has.En)}
	case facts.TwinPeriodsMissing:
		n := t.missing()
		return analyzer.Text{
			Ko: fmt.Sprintf("%s에 적은 보유기간 %d건(‘%s’ 등)이 %s에는 없습니다", has.Ko, n, said.Text, lacks.Ko),
			En: fmt.Sprintf("%s does not state %d periods of %s (“%s” and others)", lacks.En, n, has.En, said.Text)}
	case facts.TwinPhone, facts.TwinEmail:
		if t.Here.Text == "" || t.There.Text == "" {
			what := t.matter()
			return analyzer.Text{
				Ko: fmt.Sprintf("%s에 적은 %s ‘%s’%s %s에는 없습니다", has.Ko, what.Ko, said.Text, particleOf(withSubject, said.Text), lacks.Ko),
				En: fmt.Sprintf("%s does not give %s, which is “%s” in %s", lacks.En, what.En, said.Text, has.En)}
		}
	}
	return t.contradiction()
}

// contradiction is the sentence about two values.
func (t *twinTeller) contradiction() analyzer.Text {
	a, b := t.names[0], t.names[1]
	what := t.matter()
	switch t.Kind {
	case facts.TwinDenied:
		has, denies, does, denial := a, b, t.Here, t.There
		if t.DeniedHere {
			has, denies, does, denial = b, a, t.There, t.Here
		}
		return analyzer.Text{
			Ko: fmt.Sprintf("‘%s’ 항목이 서로 다릅니다: %s은 하지 않는다고 적었고(‘%s’) %s은 내용을 적었습니다(‘%s’)", what.Ko, denies.Ko, denial.Text, has.Ko, does.Text),
			En: fmt.Sprintf("the two differ on %s: %s denies it (“%s”), and %s tells of it (“%s”)", what.En, denies.En, denial.Text, has.En, does.Text)}
	case facts.TwinCount:
		return analyzer.Text{
			Ko: fmt.Sprintf("%s 수가 다릅니다: %s %d곳, %s %d곳(‘%s’, ‘%s’ 등을 확인하십시오)", what.Ko, a.Ko, t.Counts[0], b.Ko, t.Counts[1], t.Here.Text, t.There.Text),
			En: fmt.Sprintf("the number of %s differs: %d in %s, %d in %s (compare “%s” and “%s”)", plural(what.En), t.Counts[0], a.En, t.Counts[1], b.En, t.Here.Text, t.There.Text)}
	case facts.TwinOther:
		return analyzer.Text{
			Ko: fmt.Sprintf("%s의 %s ‘%s’ 자리에 %s에는 ‘%s’%s 적혀 있습니다. 같은 곳입니까?", a.Ko, what.Ko, t.Here.Text, b.Ko, t.There.Text, particleOf(withQuoting, t.There.Text)),
			En: fmt.Sprintf("where %s names the %s “%s”, %s names “%s”: are they the same?", a.En, what.En, t.Here.Text, b.En, t.There.Text)}
	case facts.TwinName:
		if t.Sure {
			break
		}
		return analyzer.Text{
			Ko: fmt.Sprintf("%s 이름이 서로 달라 보입니다: %s ‘%s’, %s ‘%s’. 같은 사람입니까?", what.Ko, a.Ko, t.Here.Text, b.Ko, t.There.Text),
			En: fmt.Sprintf("%s seems to be somebody else: “%s” in %s, “%s” in %s: are they the same person?", what.En, t.Here.Text, a.En, t.There.Text, b.En)}
	}
	return analyzer.Text{
		Ko: fmt.Sprintf("%s 서로 다릅니다: %s ‘%s’, %s ‘%s’", withSubject(what.Ko), a.Ko, t.Here.Text, b.Ko, t.There.Text),
		En: fmt.Sprintf("%s differs: “%s” in %s, “%s” in %s", what.En, t.Here.Text, a.En, t.There.Text, b.En)}
}

// matter is what two values are about.
func (t *twinTeller) matter() analyzer.Text {
	switch t.Kind {
	case facts.TwinCount, facts.TwinOther:
		return recipientName(t.Clause)
	case facts.TwinCountry:
		return t.about("‘%s’의 이전 국가", "the country of the transfer to “%s”")
	case facts.TwinRecipientPeriod:
		return t.about("‘%s’의 보유기간", "the time for which “%s” keeps the data")
	case facts.TwinPeriod, facts.TwinPeriodMissing:
		if t.About == "" {
			return analyzer.Text{Ko: "보유기간", En: "the period"}
		}
		return t.about("‘%s’의 보유기간", "the period of “%s”")
	case facts.TwinName:
		return analyzer.Text{Ko: "개인정보 보호책임자의", En: "the privacy officer"}
	case facts.TwinPhone:
		return analyzer.Text{Ko: "개인정보 보호책임자의 전화번호", En: "the telephone number of the privacy officer"}
	case facts.TwinEmail:
		return analyzer.Text{Ko: "개인정보 보호책임자의 이메일 주소", En: "the e-mail address of the privacy officer"}
	case facts.TwinEffective:
		return analyzer.Text{Ko: "시행일", En: "the date of effect"}
	case facts.TwinAnnounced:
		return analyzer.Text{Ko: "공고일", En: "the date of announcement"}
	}
	return t.clause
}

// about puts the company or record into a phrase.
func (t *twinTeller) about(ko, en string) analyzer.Text {
	return analyzer.Text{Ko: fmt.Sprintf(ko, t.About), En: fmt.Sprintf(en, t.About)}
}

// particleOf is the particle alone that a word takes, for behind its quotation mark.
func particleOf(with func(string) string, word string) string {
	return strings.TrimPrefix(with(word), word)
}

// recipientName is what the companies in the lists of a clause are called.
func recipientName(c facts.Clause) analyzer.Text {
	switch c {
	case facts.Entrustment:
		return analyzer.Text{Ko: "수탁자", En: "processor"}
	case facts.ThirdParty:
		return analyzer.Text{Ko: "제공받는 자", En: "third party"}
	}
	return analyzer.Text{Ko: "국외 이전받는 자", En: "recipient abroad"}
}

// plural is of the words of recipientName.
func plural(words string) string {
	switch words {
	case "third party":
		return "third parties"
	case "recipient abroad":
		return "recipients abroad"
	}
	return words + "s"
}

// help says what mends a difference.
func (t *twinTeller) help() analyzer.Text {
	switch t.Kind {
	case facts.TwinLanguage:
		return analyzer.Text{Ko: "언어를 잘못 판단했으면 설정 파일의 [[policy]]에 language를 적습니다", En: "where the language was told wrongly, state it as language in a [[policy]] of the configuration"}
	case facts.TwinDocument:
		return analyzer.Text{Ko: "같은 처리방침의 다른 언어본을 지정합니다", En: "name the same policy in another language"}
	case facts.TwinClause, facts.TwinCompany, facts.TwinCompanies, facts.TwinPeriodMissing, facts.TwinPeriodsMissing:
		_, lacks, _ := t.sides()
		return analyzer.Text{
			Ko: fmt.Sprintf("실제와 맞는지 확인하여 %s에도 적거나, 더는 해당하지 않으면 양쪽에서 지웁니다", lacks.Ko),
			En: fmt.Sprintf("if it holds, state it in %s, too; if it no longer does, take it out of both", lacks.En)}
	}
	return analyzer.Text{Ko: "어느 쪽이 실제와 맞는지 확인하여 두 문서를 같게 고칩니다", En: "find out which of the two is right, and make them agree"}
}

// subject names a difference by its kind and what it is about, in whichever words either says it.
func (t *twinTeller) subject(language string) string {
	about := parts("is", strings.Split(t.Key, "\n"))
	switch t.Kind {
	case facts.TwinCompany, facts.TwinCompanies, facts.TwinCountry, facts.TwinRecipientPeriod:
		about = companyPart(strings.Split(t.Key, "\n")...)
	case facts.TwinPeriod, facts.TwinPeriodMissing:
		about = subject(recordPart(facts.Quote{Text: t.About}), about)
	}
	return subject(part("twin", language), part("differs", t.Kind.String()), clausePart(t.Clause), about)
}
