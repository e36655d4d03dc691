// Who may do what with which object, written down by hand from what the service promises and from nothing in its code.
// A line is a route, how the object stands to the caller, and the answer to a
//                        customer, agent, manager, auditor, admin, service and somebody with no role at all.
//
// The relations of a case:     own        it is about the caller as a customer
//                              others'    it is about somebody else, and a colleague answers for it
//                              own-team   it is about somebody else, and lies with team cards: ann's, whose manager is mia
//                              other-team it lies with team fraud
//                              unknown    there is none
// Of a task:       own         the caller has it; others' a colleague of team cards has it; own-team nobody has it yet
// Of a customer:   own        it is the caller; others' it is somebody else
// Of an approval:  own         the caller asked for it; others' somebody else of the team did
// 404 is the answer for what is not one's own: nobody learns what exists. Whoever takes on a case answers for it (owner)
// and has to be of its team: others get 400. A public page takes whoever has the link, whatever their role.
export const table = `
POST /cases                                  own                                  201 201 201 403 201 201 403
POST /cases                                  others                               400 201 201 403 201 201 403
GET  /cases                                  own,others                           200 200 200 200 200 403 403
GET  /cases/{caseId}                         own                                  200 200 200 200 200 403 403
GET  /cases/{caseId}                         others,own-team,other-team           404 200 200 200 200 403 403
GET  /cases/{caseId}                         unknown                              404 404 404 404 404 403 403
GET  /cases/{caseId}/timeline                own                                  200 200 200 200 200 403 403
GET  /cases/{caseId}/timeline                others,own-team,other-team           404 200 200 200 200 403 403
GET  /cases/{caseId}/timeline                unknown                              404 404 404 404 404 403 403
GET  /cases/{caseId}/sla                     own,others,own-team,other-team       403 200 200 200 200 403 403
GET  /cases/{caseId}/sla                     unknown                              403 404 404 404 404 403 403
GET  /cases/{caseId}/runs                    own,others,own-team,other-team       403 200 200 200 200 403 403
GET  /cases/{caseId}/runs                    unknown                              403 404 404 404 404 403 403
GET  /cases/{caseId}/runs/{runId}/history    own,others,own-team,other-team       403 200 200 200 200 403 403
GET  /cases/{caseId}/runs/{runId}/history    unknown                              403 404 404 404 404 403 403
GET  /cases/{caseId}/mails                   own,others,own-team,other-team       403 200 200 200 200 403 403
GET  /cases/{caseId}/mails                   unknown                              403 404 404 404 404 403 403
POST /cases/{caseId}/mails/{mailId}/resend   own,others,own-team,other-team       403 403 200 403 200 403 403
POST /cases/{caseId}/mails/{mailId}/resend   unknown                              403 403 404 403 404 403 403
GET  /cases/{caseId}/evidence                own,others,own-team,other-team       403 403 202 202 202 403 403
GET  /cases/{caseId}/evidence                unknown                              403 403 404 404 404 403 403
POST /cases/{caseId}/interactions            own                                  201 201 201 403 201 403 403
POST /cases/{caseId}/interactions            others,own-team,other-team           404 201 201 403 201 403 403
POST /cases/{caseId}/interactions            unknown                              404 404 404 403 404 403 403
POST /cases/{caseId}/close                   own,others,own-team,other-team       403 200 200 403 200 403 403
POST /cases/{caseId}/close                   unknown                              403 404 404 403 404 403 403
POST /cases/{caseId}/cancel                  own,others,own-team,other-team       403 200 200 403 200 403 403
POST /cases/{caseId}/cancel                  unknown                              403 404 404 403 404 403 403
POST /cases/{caseId}/reopen                  own                                  200 200 200 403 200 403 403
POST /cases/{caseId}/reopen                  others,own-team,other-team           404 200 200 403 200 403 403
POST /cases/{caseId}/reopen                  unknown                              404 404 404 403 404 403 403
POST /cases/{caseId}/merge                   own,others,own-team,other-team       403 200 200 403 200 403 403
POST /cases/{caseId}/merge                   unknown                              403 404 404 403 404 403 403
POST /cases/{caseId}/unmerge                 own,others,own-team,other-team       403 200 200 403 200 403 403
POST /cases/{caseId}/unmerge                 unknown                              403 404 404 403 404 403 403
POST /cases/{caseId}/links                   own,others,own-team,other-team       403 200 200 403 200 403 403
POST /cases/{caseId}/links                   unknown                              403 404 404 403 404 403 403
DELETE /cases/{caseId}/links/{other}         own,others,own-team,other-team       403 200 200 403 200 403 403
DELETE /cases/{caseId}/links/{other}         unknown                              403 404 404 403 404 403 403
POST /cases/{caseId}/wait                    own,others,own-team,other-team       403 200 200 403 200 403 403
POST /cases/{caseId}/wait                    unknown                              403 404 404 403 404 403 403
POST /cases/{caseId}/resume                  own,others,own-team,other-team       403 200 200 403 200 403 403
POST /cases/{caseId}/resume                  unknown                              403 404 404 403 404 403 403
POST /cases/{caseId}/transfer                own,others,own-team,other-team       403 200 200 403 200 403 403
POST /cases/{caseId}/transfer                unknown                              403 404 404 403 404 403 403
POST /cases/{caseId}/priority                own,others,own-team,other-team       403 200 200 403 200 403 403
POST /cases/{caseId}/priority                unknown                              403 404 404 403 404 403 403
POST /cases/{caseId}/owner                   own,own-team                         403 200 200 403 400 403 403
POST /cases/{caseId}/owner                   others                               403 403 200 403 400 403 403
POST /cases/{caseId}/owner                   other-team                           403 400 400 403 400 403 403
POST /cases/{caseId}/owner                   unknown                              403 404 404 403 404 403 403
POST /cases/{caseId}/approvals               own,others,own-team,other-team       403 201 201 403 201 403 403
POST /cases/{caseId}/approvals               unknown                              403 404 404 403 404 403 403
GET  /cases/{caseId}/approvals               own,others,own-team,other-team       403 200 200 200 200 403 403
GET  /cases/{caseId}/approvals               unknown                              403 404 404 404 404 403 403
POST /approvals/{approvalId}/decide          own                                  403 403 403 403 403 403 403
POST /approvals/{approvalId}/decide          others                               403 403 200 403 200 403 403
POST /approvals/{approvalId}/decide          other-team                           403 403 403 403 200 403 403
POST /approvals/{approvalId}/decide          unknown                              403 403 404 403 404 403 403
GET  /tasks                                  none,own-team                        403 200 200 403 200 403 403
GET  /tasks                                  other-team                           403 403 200 403 200 403 403
GET  /task-kinds                             none                                 403 200 200 200 200 403 403
POST /cases/{caseId}/tasks                   own,others,own-team,other-team       403 201 201 403 201 403 403
POST /cases/{caseId}/tasks                   unknown                              403 404 404 403 404 403 403
POST /tasks/{taskId}/claim                   own,own-team                         403 200 200 403 200 403 403
POST /tasks/{taskId}/claim                   others                               403 409 409 403 409 403 403
POST /tasks/{taskId}/claim                   other-team                           403 404 200 403 200 403 403
POST /tasks/{taskId}/claim                   unknown                              403 404 404 403 404 403 403
POST /tasks/{taskId}/release                 own                                  403 200 200 403 200 403 403
POST /tasks/{taskId}/release                 others,own-team                      403 403 200 403 200 403 403
POST /tasks/{taskId}/release                 other-team                           403 404 403 403 200 403 403
POST /tasks/{taskId}/release                 unknown                              403 404 404 403 404 403 403
POST /tasks/{taskId}/assign                  own,others,own-team                  403 403 200 403 200 403 403
POST /tasks/{taskId}/assign                  other-team                           403 403 403 403 200 403 403
POST /tasks/{taskId}/assign                  unknown                              403 403 404 403 404 403 403
POST /tasks/{taskId}/complete                own,own-team                         403 200 200 403 200 403 403
POST /tasks/{taskId}/complete                others                               403 409 409 403 409 403 403
POST /tasks/{taskId}/complete                other-team                           403 404 200 403 200 403 403
POST /tasks/{taskId}/complete                unknown                              403 404 404 403 404 403 403
POST /tasks/{taskId}/acknowledge             own,others,own-team                  403 200 200 403 200 403 403
POST /tasks/{taskId}/acknowledge             other-team                           403 404 200 403 200 403 403
POST /tasks/{taskId}/acknowledge             unknown                              403 404 404 403 404 403 403
POST /tasks/{taskId}/escalate                own,own-team                         403 200 200 403 200 403 403
POST /tasks/{taskId}/escalate                others                               403 403 200 403 200 403 403
POST /tasks/{taskId}/escalate                other-team                           403 404 403 403 200 403 403
POST /tasks/{taskId}/escalate                unknown                              403 404 404 403 404 403 403
GET  /teams/{team}                           own-team                             403 200 200 200 200 403 403
GET  /teams/{team}                           other-team                           403 404 200 200 200 403 403
GET  /teams/{team}                           unknown                              403 404 404 404 404 403 403
POST /teams/{team}/next                      own-team                             403 204 204 403 204 403 403
POST /teams/{team}/next                      other-team                           403 404 204 403 204 403 403
POST /teams/{team}/next                      unknown                              403 404 404 403 404 403 403
PUT  /people/{personId}/absence              own                                  403 200 200 403 404 403 403
PUT  /people/{personId}/absence              others                               403 403 200 403 200 403 403
PUT  /people/{personId}/absence              unknown                              403 404 404 403 404 403 403
GET  /surveys/{token}                        own                                  200 200 200 200 200 200 200
GET  /surveys/{token}                        unknown                              404 404 404 404 404 404 404
POST /surveys/{token}                        own                                  200 200 200 200 200 200 200
POST /surveys/{token}                        unknown                              404 404 404 404 404 404 404
GET  /surveys/{token}/unsubscribe            own                                  200 200 200 200 200 200 200
GET  /surveys/{token}/unsubscribe            unknown                              404 404 404 404 404 404 404
POST /surveys/{token}/unsubscribe            own                                  200 200 200 200 200 200 200
POST /surveys/{token}/unsubscribe            unknown                              404 404 404 404 404 404 404
POST /cases/{caseId}/survey/link             own                                  409 403 403 403 403 409 403
POST /cases/{caseId}/survey/link             others,own-team,other-team           404 403 403 403 403 409 403
POST /cases/{caseId}/survey/link             unknown                              404 403 403 403 403 404 403
POST /cases/{caseId}/survey/answer           own,others,own-team,other-team,unknown 404 403 403 403 403 404 403
PUT  /contacts/{personId}                    own,others,unknown                   403 403 403 403 204 204 403
GET  /audit/access                           none                                 403 403 403 200 200 403 403
GET  /audit/verify                           none                                 403 403 403 404 404 403 403
GET  /customers/{personId}/consent           own                                  200 200 200 200 200 403 403
GET  /customers/{personId}/consent           others,unknown                       404 200 200 200 200 403 403
PUT  /customers/{personId}/consent           own                                  200 200 200 403 200 200 403
PUT  /customers/{personId}/consent           others,unknown                       404 200 200 403 200 200 403
GET  /customers/{personId}/export            own                                  200 403 200 403 200 403 403
GET  /customers/{personId}/export            others                               404 403 200 403 200 403 403
GET  /customers/{personId}/export            unknown                              404 403 404 403 404 403 403
POST /customers/{personId}/legal-hold        own,others,unknown                   403 403 200 403 200 403 403
DELETE /customers/{personId}/legal-hold      own,others,unknown                   403 403 200 403 200 403 403
POST /customers/{personId}/erasure           own                                  202 202 202 403 202 403 403
POST /customers/{personId}/erasure           others,unknown                       404 202 202 403 202 403 403
GET  /customers/{personId}/erasure           own,others,unknown                   403 200 200 200 200 403 403
POST /customers/{personId}/erasure/decide    own                                  403 403 403 403 403 403 403
POST /customers/{personId}/erasure/decide    others                               403 403 200 403 200 403 403
POST /customers/{personId}/erasure/decide    unknown                              403 403 404 403 404 403 403
PUT  /policies/teams                         none                                 403 403 403 403 200 403 403
GET  /policies/teams                         none                                 403 403 200 200 200 403 403
PUT  /policies/reminders                     none                                 403 403 403 403 200 403 403
GET  /policies/reminders                     none                                 403 403 200 200 200 403 403
PUT  /policies/calendars                     none                                 403 403 403 403 200 403 403
GET  /policies/calendars                     none                                 403 403 200 200 200 403 403
PUT  /policies/sla                           none                                 403 403 403 403 200 403 403
GET  /policies/sla                           none                                 403 403 200 200 200 403 403
PUT  /policies/cases                         none                                 403 403 403 403 200 403 403
GET  /policies/cases                         none                                 403 403 200 200 200 403 403
PUT  /policies/surveys/{surveyId}            none                                 403 403 403 403 200 403 403
GET  /policies/surveys/{surveyId}            none                                 403 403 200 200 200 403 403
GET  /policies/survey-samples/{period}       none                                 403 403 404 404 404 403 403
PUT  /policies/survey-rules                  none                                 403 403 403 403 200 403 403
GET  /policies/survey-rules                  none                                 403 403 200 200 200 403 403
GET  /reconciliation                         none                                 403 403 200 200 200 403 403
GET  /reports/satisfaction                   none                                 403 403 200 200 200 403 403
POST /campaigns                              none                                 403 403 403 403 201 403 403
PUT  /campaigns/{campaignId}/customers/{page} none                                 403 403 403 403 404 403 403
POST /campaigns/{campaignId}/{action}        none                                 403 403 403 403 404 403 403
GET  /campaigns/{campaignId}                 none                                 403 403 404 404 404 403 403
GET  /health                                 none                                 200 200 200 200 200 200 200
GET  /openapi.json                           none                                 200 200 200 200 200 200 200
GET  /console                                none                                 200 200 200 200 200 200 200
GET  /machines/{machine}                     none                                 403 200 200 200 200 403 403
GET  /runs                                   none                                 403 200 200 200 200 403 403
GET  /docs                                   none                                 200 200 200 200 200 200 200
`;
