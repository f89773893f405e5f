using Workflow.Definitions.Wording;

namespace Workflow.Tests.Definitions.Wording;

/// <summary>A language is named as options and headers name it, whatever region, script and case it comes with.</summary>
public sealed class LanguagesTests
{
    [TestCase("zh", Language.Zh)]
    [TestCase("ZH-cn", Language.Zh)]
    [TestCase("zh-Hans", Language.Zh)]
    [TestCase("zh-Hans-CN", Language.Zh)]
    [TestCase("zh_CN", Language.Zh)]
    [TestCase("en", Language.En)]
    [TestCase("en-US", Language.En)]
    [TestCase("EN-gb", Language.En)]
    public void A_tag_names_its_language(string tag, Language language) => Assert.That(Languages.Find(tag), Is.EqualTo(language));

    [TestCase("")]
    [TestCase("*")]
    [TestCase("fr")]
    [TestCase("zhongwen")]
    [TestCase("english")]
    [TestCase("en-")]
    [TestCase("-en")]
    public void Another_names_none(string tag) => Assert.That(Languages.Find(tag), Is.Null);
}
