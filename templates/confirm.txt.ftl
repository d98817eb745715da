<#import "mail.macros.ftl" as mail>
<@mail.head head sender/>

${text("confirm.asked", {"sender": sender.name, "address": head.reader})}

<#if unread>
${text("confirm.unread")}

</#if>
<@mail.label text("confirm.button") confirmUrl/>

${text("confirm.reply")}

${text("confirm.valid", {"count": hours})} ${text("confirm.ignore")}
<@mail.rule/>
<@mail.footer sender/>
