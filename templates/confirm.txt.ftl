<#import "mail.macros.ftl" as mail>
<@mail.head head sender/>

${text("confirm.asked", {"sender": sender.name, "address": head.reader})}

<#if unread>
${text("confirm.unread")}

</#if>
${text("words.label", {"label": text("confirm.interests"), "text": ""})?trim}
<#list interests as interest>
- ${interest}
</#list>
<#if moreInterests gt 0>
${text("confirm.more", {"count": moreInterests})}
</#if>
${when}

<@mail.label text("confirm.button") confirmUrl/>

${text("confirm.reply")}

${text("confirm.valid", {"count": hours})} ${text("confirm.ignore")}
<@mail.rule/>
<@mail.footer sender/>
