using ShopBot;

return await ShopBotHost.RunAsync(args);
