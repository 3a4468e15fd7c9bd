// Package rules is the judgement: one file a rule, and the list of them. A rule asks facts, and
// reports places; the words that it judges by are not here.
package rules

import "github.com/pipalint/pipalint/analyzer"

// All are all rules, in the order of the law's items, then those about the document.
func All() []*analyzer.Rule {
	return []*analyzer.Rule{
		PurposeMissing,
		ItemsMissing,
		RetentionMissing,
		RetentionMismatch,
		DestructionMissing,
		DestructionIncomplete,
		RightsMissing,
		RightsIncomplete,
		OfficerMissing,
		OfficerIncomplete,
		SafetyMissing,
		ThirdPartyMissing,
		ThirdPartyIncomplete,
		EntrustmentMissing,
		EntrustmentIncomplete,
		RecipientUnnamed,
		OverseasTransferMissing,
		OverseasTransferIncomplete,
		AutoCollectionMissing,
		AutoCollectionIncomplete,
		BehaviouralAdsMissing,
		ChildrenMissing,
		SensitiveDisclosureMissing,
		PseudonymousMissing,
		AdditionalUseMissing,
		AutomatedDecisionMissing,
		PortabilityMissing,
		VideoDevicesMissing,
		DomesticAgentMissing,
		OverseasCollectionMissing,
		RemediesMissing,
		ChangesMissing,
		EffectiveDateMissing,
		NumberingBroken,
		DateConflict,
		DateMisspelt,
		LawMisnamed,
		PlaceholderLeft,
		TextGarbled,
		DocumentNotPolicy,
	}
}
