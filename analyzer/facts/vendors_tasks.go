package facts

import (
	"slices"
	"sync"

	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/vendors"
)

// vendorTaskOf is how a role is told.
type vendorTaskOf struct {
	role       VendorRole
	words      phrases.ID // in the sentence
	categories []string   // of the catalogue, whose companies do it
}

// vendorTasks are the roles that a sentence may tell, the plainest first.
var vendorTasks = sync.OnceValue(func() []vendorTaskOf {
	return []vendorTaskOf{
		{ForAdvertising, vendorID("tasks.advertising"), listOf("vendor_tasks.advertising")},
		{ForAnalytics, vendorID("tasks.analytics"), listOf("vendor_tasks.analytics")},
		{ForMonitoring, vendorID("tasks.monitoring"), listOf("vendor_tasks.monitoring")},
		{ForPayment, vendorID("tasks.payment"), listOf("vendor_tasks.payment")},
		{ForStorage, vendorID("tasks.storage"), listOf("vendor_tasks.storage")},
		{ForSupport, vendorID("tasks.support"), listOf("vendor_tasks.support")},
		{ForMessaging, vendorID("tasks.messaging"), listOf("vendor_tasks.messaging")},
		{ForLogin, vendorID("tasks.login"), listOf("vendor_tasks.login")},
		{ForDelivery, vendorID("tasks.delivery"), listOf("vendor_tasks.delivery")},
		{ForIdentity, vendorID("tasks.identity"), listOf("vendor_tasks.identity")},
		{ForSurvey, vendorID("tasks.survey"), listOf("vendor_tasks.survey")},
		{ForAI, vendorID("tasks.ai"), listOf("vendor_tasks.ai")},
		{ForCRM, vendorID("tasks.crm"), listOf("vendor_tasks.crm")},
	}
})

// vendorTask is how one role is told.
func vendorTask(role VendorRole) *vendorTaskOf {
	all := vendorTasks()
	return &all[slices.IndexFunc(all, func(t vendorTaskOf) bool { return t.role == role })]
}

// isOf reports whether a vendor is one of those who do a task for others.
func (t *vendorTaskOf) isOf(v *vendors.Vendor) bool {
	return slices.ContainsFunc(v.Categories, func(c string) bool { return slices.Contains(t.categories, c) })
}

// vendorID is the number of a phrase of [phrases.Vendors] that the data must have.
func vendorID(name string) phrases.ID { return mustHave(phrases.Vendors(), name) }
