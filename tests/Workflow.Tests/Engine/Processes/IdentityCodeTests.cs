using Workflow.Definitions.Wording;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Tests.Engine.Processes;

public sealed class IdentityCodeTests
{
    [TestCase("12100000400000624D")]
    [TestCase("12440300455752807L")]
    [TestCase("12100000400011227Y")]
    [TestCase("12100000400002259P")]
    [TestCase("12100000425006117P")]
    [TestCase("1210000042500615X0")]
    [TestCase("12100000707137123P")]
    [TestCase("914403001922038216")]
    [TestCase("9144030071526726XG")]
    [TestCase("91350100M000100Y43")]
    [TestCase("114290000000004570")]
    [TestCase("1142900000000006XE")]
    public void Both_check_characters_of_a_right_code_agree(string code)
    {
        Assert.That(SocialCreditCode.Check(code), Is.Null);
        Assert.That(SocialCreditCode.CheckCharacter(code[..17]), Is.EqualTo(code[17]));
        Assert.That(OrganisationCode.Check(code[8..17]), Is.Null);
    }

    [TestCase("91350100M000100Y4Z", "character 18 must be a digit or a capital letter other than I, O, S, V, Z and is 'Z'")]
    [TestCase("91350100M000100Y44", "the check character of 91350100M000100Y44 must be '3' and is '4'")]
    [TestCase("1210000040000062", "it must have 18 characters and has 16")]
    [TestCase("12A00000400000624D", "character 3 belongs to the administrative division, must be a digit and is 'A'")]
    [TestCase("12100000400000625D", "the check character of 400000625 must be '4' and is '5'")]
    public void A_wrong_code_is_told_what_was_expected(string code, string sentence) =>
        Assert.That(Said(SocialCreditCode.Check(code), Language.En), Is.EqualTo(sentence));

    [TestCase("91350100M000100Y44", "91350100M000100Y44 的校验码应为“3”，现为“4”")]
    [TestCase("12A00000400000624D", "第3位属于行政区划代码，应为数字，现为“A”")]
    public void A_wrong_code_is_told_in_Chinese_too(string code, string sentence) =>
        Assert.That(Said(SocialCreditCode.Check(code), Language.Zh), Is.EqualTo(sentence));

    [Test]
    public void A_code_from_a_public_mock_is_refused() => Assert.That(SocialCreditCode.Check("124403004558588048"), Is.Not.Null);

    [TestCase("M000100Y4", null)]
    [TestCase("42500615X", null)]
    [TestCase("42500615x", "the check character of 42500615x must be 'X' and is 'x'")]
    [TestCase("4250061-X", "character 8 must be a digit or a capital letter and is '-'")]
    [TestCase("", "it must have 9 characters and has 0")]
    public void An_organisation_code_has_its_own_alphabet(string code, string? sentence) =>
        Assert.That(Said(OrganisationCode.Check(code), Language.En), Is.EqualTo(sentence));

    // The first two are the examples of GB 11643-1999 itself.
    [TestCase("11010519491231002X", null)]
    [TestCase("440524188001010014", null)]
    [TestCase("310101199001011234", null)]
    [TestCase("11010519491231002x", "the last character does not fit the first 17 (a letter there is a capital X)")]
    [TestCase("310101199001011235", "the last character does not fit the first 17 (a letter there is a capital X)")]
    [TestCase("310101199002301233", "characters 7 to 14 must be a day of birth")]
    [TestCase("31010118790101001X", "characters 7 to 14 must be a day of birth")]
    [TestCase("31010119900101123", "it must have 18 characters and has 17")]
    [TestCase("3101011990010１1234", "character 14 must be a digit")]
    public void An_identity_number_has_a_day_of_birth_and_its_check_character(string number, string? sentence)
    {
        Assert.That(Said(ResidentNumber.Check(number), Language.En), Is.EqualTo(sentence));
        if (sentence is null)
            Assert.That(ResidentNumber.CheckCharacter(number[..17]), Is.EqualTo(number[17]));
    }

    private static string? Said(Message? wrong, Language language) =>
        wrong is null ? null : MessageTable.Shipped.Say(wrong, language).Sentence;
}
