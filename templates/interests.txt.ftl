<#import "mail.macros.ftl" as mail>
<@mail.head head sender/>

${text("interests.how")}

${begin}
<#list document as line>
${line}
</#list>
${end}

${text("interests.answer")}

<@mail.label text("interests.page") interestsUrl/>
<@mail.rule/>
<@mail.footer sender/>
