module github.com/sendgrid/sendgrid-go

require github.com/twilio/twilio-go v1.0.0
