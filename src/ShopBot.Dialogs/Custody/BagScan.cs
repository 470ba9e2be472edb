using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Staff;
using ShopBot.Shops.Custody;
using static ShopBot.Dialogs.Custody.CustodyTexts;

namespace ShopBot.Dialogs.Custody;

/// <summary>Staff scanned the code on a seal with the app's camera: it holds the seal's number and nothing else.</summary>
public sealed class BagScan(CustodyAnswers answers, VisitorBook visitors)
{
    /// <returns>False where it is no seal, or not for whoever scanned it.</returns>
    public async Task<bool> TakeAsync(Visit visit, DeskNote note, string scanned, CancellationToken ct)
    {
        if (!visit.Visitor.ActsAsStaff || SealNumber.Read(scanned) is not { } seal)
            return false;
        await visitors.RecogniseStaffAsync(visit, ct);
        if (!visit.Visitor.ActsAsStaff)
            return false;
        if (await answers.ShowAsync(visit, seal, ct) is var (message, number))
        {
            note.StaffOrder = number;
            await visit.SendAsync(message, ct);
            return true;
        }

        // A product's code may look like a bought seal; a printed label looks like nothing else.
        if (SealNumber.LabelOf(seal) is not > 0)
            return false;
        await visit.SendAsync(new FreeSeal(seal, $"{StaffCommand.WordFor(visit, StaffWord.Seal)} 12 {seal}"), ct);
        return true;
    }
}
