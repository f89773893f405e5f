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

    [TestCase("91350100M000100Y4Z", "Expected a digit or a capital letter other than I, O, S, V, Z as character 18, but found 'Z'.")]
    [TestCase("91350100M000100Y44", "Expected '3' as check character of 91350100M000100Y44, but found '4'.")]
    [TestCase("1210000040000062", "Expected 18 characters, but found 16.")]
    [TestCase("12A00000400000624D", "Expected a digit of the administrative division as character 3, but found 'A'.")]
    [TestCase("12100000400000625D", "Expected '4' as check character of the organisation code 400000625, but found '5'.")]
    public void A_wrong_code_is_told_what_was_expected(string code, string sentence) =>
        Assert.That(SocialCreditCode.Check(code), Is.EqualTo(sentence));

    [Test]
    public void A_code_from_a_public_mock_is_refused() =>
        Assert.That(SocialCreditCode.Check("124403004558588048"), Is.Not.Null);

    [TestCase("M000100Y4", null)]
    [TestCase("42500615X", null)]
    [TestCase("42500615x", "Expected 'X' as check character of 42500615x, but found 'x'.")]
    [TestCase("4250061-X", "Expected a digit or a capital letter as character 8, but found '-'.")]
    [TestCase("", "Expected 9 characters, but found 0.")]
    public void An_organisation_code_has_its_own_alphabet(string code, string? sentence) =>
        Assert.That(OrganisationCode.Check(code), Is.EqualTo(sentence));
}
