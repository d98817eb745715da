<#import "mail.macros.ftl" as mail>
<@mail.head head sender/>

${text("welcome.first", {"moment": firstDigest, "timezone": timezone})}
<@mail.heading text("welcome.interests")/>
<#list interests as interest>
${interest}
</#list>
<#if moreInterests gt 0>
${text("welcome.more", {"count": moreInterests})}
</#if>

${text("welcome.change")}
<@mail.label text("footer.interests") interestsUrl/>

${text("welcome.leave")}
<@mail.label text("footer.unsubscribe") unsubscribeUrl/>
<@mail.rule/>
<@mail.footer sender/>
